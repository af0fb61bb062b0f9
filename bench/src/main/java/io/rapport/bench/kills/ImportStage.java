package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An import of mail that is partly there already: all of it lands or none. */
record ImportStage(Ground ground) implements Stage {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        var unused = ground.beginning();
    }

    @Override
    public void lay(Path place) throws IOException, InterruptedException {
        FolderCopy.copy(ground.beginning(), home(place));
    }

    @Override
    public Path home(Path place) {
        return place.resolve("home");
    }

    @Override
    public List<String> words(Path place) {
        return List.of("import", "Message_v1", ground.company().secondMail().toString());
    }

    @Override
    public boolean look(Path place, Path calm) throws IOException, InterruptedException {
        String visible = ground.rows().of(home(place), "");
        boolean isDone = visible.equals(ground.rows().of(home(calm), ""));
        if (!isDone && !visible.equals(ground.rows().of(ground.beginning(), ""))) {
            throw new Fault("a part of an import is visible");
        }
        return isDone;
    }

    @Override
    public String result(Path place) throws IOException {
        return ground.rows().settled(home(place)) + "\n" + Trees.kinds(home(place), Ground.PARTS);
    }
}
