package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An extraction: its folder is there, whole, or it is not; the next one goes on with what is whole. */
record ExtractStage(Ground ground) implements Stage {

    @Override
    public String name() {
        return "extract";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (!Files.exists(imported())) {
            FolderCopy.copy(ground.beginning(), imported());
            ground.program()
                    .done(
                            imported(),
                            "import",
                            "Message_v1",
                            ground.company().secondMail().toString());
        }
    }

    private Path imported() {
        return ground.folder().resolve("imported");
    }

    @Override
    public void lay(Path place) throws IOException {
        FolderCopy.copy(imported(), home(place));
    }

    @Override
    public Path home(Path place) {
        return place.resolve("home");
    }

    private static Path out(Path place) {
        return place.resolve("extracted");
    }

    @Override
    public List<String> words(Path place) {
        return List.of("extract", "Message_v1", "--out", out(place).toString());
    }

    @Override
    public boolean look(Path place, Path calm) throws IOException {
        if (Files.exists(out(place)) && !content(place).equals(content(calm))) {
            throw new Fault("an extraction is there by half");
        }
        return Files.exists(out(place));
    }

    /** The manifest says when; all else is the same, but for the order of rows within a month. */
    private static String content(Path place) throws IOException {
        StringBuilder content = new StringBuilder();
        for (Path file : Trees.files(out(place))) {
            boolean isManifest = file.endsWith("manifest.json");
            content.append(out(place).relativize(file))
                    .append(isManifest ? "" : " " + Fingerprint.ofLines(file))
                    .append('\n');
        }
        return content.toString();
    }

    @Override
    public String result(Path place) throws IOException {
        if (Files.exists(place.resolve("_extracted"))) {
            throw new Fault("a draft of an extraction is left over");
        }
        return content(place) + ground.rows().settled(home(place)) + "\n" + Trees.kinds(home(place), Ground.PARTS);
    }
}
