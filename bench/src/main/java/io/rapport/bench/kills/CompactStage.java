package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A compaction of mail with changes: everybody sees the same rows at any moment. */
record CompactStage(Ground ground) implements Stage {

    @Override
    public String name() {
        return "compaction";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (!Files.exists(changed())) {
            FolderCopy.copy(ground.beginning(), changed());
            for (Path mail :
                    List.of(ground.company().secondMail(), ground.company().thirdMail())) {
                ground.program().done(changed(), "import", "Message_v1", mail.toString());
            }
        }
    }

    private Path changed() {
        return ground.folder().resolve("changed");
    }

    @Override
    public void lay(Path place) throws IOException {
        FolderCopy.copy(changed(), home(place));
    }

    @Override
    public Path home(Path place) {
        return place.resolve("home");
    }

    @Override
    public List<String> words(Path place) {
        return List.of("compact");
    }

    @Override
    public boolean look(Path place, Path calm) {
        if (!ground.rows().of(home(place), "").equals(ground.rows().of(changed(), ""))) {
            throw new Fault("a compaction changed what is visible");
        }
        return ground.rows().changeFiles(home(place)) == 0;
    }

    @Override
    public String result(Path place) throws IOException {
        return ground.rows().settled(home(place)) + "\n" + ground.rows().changeFiles(home(place)) + "\n"
                + Trees.kinds(home(place), Ground.PARTS);
    }
}
