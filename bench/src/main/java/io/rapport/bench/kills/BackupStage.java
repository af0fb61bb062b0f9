package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** A backup: it is whole, or a restore refuses it; the next one into the same folder is whole. */
record BackupStage(Ground ground) implements Stage {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        new ExtractStage(ground).prepare();
    }

    @Override
    public void lay(Path place) throws IOException {
        FolderCopy.copy(ground.folder().resolve("imported"), home(place));
    }

    @Override
    public Path home(Path place) {
        return place.resolve("home");
    }

    private static Path backup(Path place) {
        return place.resolve("backup");
    }

    @Override
    public List<String> words(Path place) {
        return List.of("backup", backup(place).toString());
    }

    @Override
    public boolean look(Path place, Path calm) throws IOException, InterruptedException {
        if (isWhole(place)) {
            return true;
        }
        int code = ground.program()
                .run(place.resolve("refused"), List.of("restore", backup(place).toString()))
                .code();
        if (code == 0) {
            throw new Fault("half a backup was restored");
        }
        return false;
    }

    private static boolean isWhole(Path place) {
        return Files.exists(backup(place).resolve("backup.json"));
    }

    @Override
    public String result(Path place) throws IOException, InterruptedException {
        Path restored = place.resolve("restored");
        ground.program().done(restored, "restore", backup(place).toString());
        return ground.rows().settled(restored) + "\n" + ground.rows().settled(home(place)) + "\n"
                + Trees.kinds(restored, Ground.PARTS)
                + new TreeSet<>(new HashSet<>(Trees.kinds(place, List.of("backup"))));
    }
}
