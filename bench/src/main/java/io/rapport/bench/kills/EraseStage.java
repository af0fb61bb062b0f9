package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** The erasure of a person: rows of others are never lost, and in the end the address is in no byte of the home. */
record EraseStage(Ground ground) implements Stage {

    /** Rows of which it is not: neither the address is in them nor what stands in its place. */
    private static final String ITS = "(zdenka|erased)@";

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        FolderCopy.copy(ground.beginning(), full());
        ground.program()
                .done(
                        full(),
                        "import",
                        "Message_v1",
                        ground.company().secondMail().toString());
        ground.program().done(full(), "enrich", ground.company().spec().toString());
        if (found(full()).isEmpty()) {
            throw new IllegalStateException("the one who is erased is in no file");
        }
    }

    private Path full() {
        return ground.folder().resolve("full");
    }

    @Override
    public void lay(Path place) throws IOException {
        FolderCopy.copy(full(), home(place));
    }

    @Override
    public Path home(Path place) {
        return place.resolve("home");
    }

    @Override
    public List<String> words(Path place) {
        return List.of("erase", SmallCompany.ERASED, "--yes");
    }

    @Override
    public boolean look(Path place, Path calm) {
        if (!ground.rows().of(home(place), ITS).equals(ground.rows().of(full(), ITS))) {
            throw new Fault("an erasure changed rows of others");
        }
        return ground.rows().of(home(place), "").equals(ground.rows().of(home(calm), ""))
                && Files.exists(home(place).resolve("certificates/erasure-1.txt"));
    }

    /** Where the work was done, doing it again finds nothing, and says so in a certificate of its own. */
    @Override
    public String result(Path place) throws IOException {
        List<Path> found = found(home(place));
        if (!found.isEmpty()) {
            throw new Fault("the address is still in " + found.size() + " files, the first is "
                    + home(place).relativize(found.get(0)));
        }
        return ground.rows().settled(home(place)) + "\n"
                + new TreeSet<>(new HashSet<>(Trees.kinds(home(place), Ground.PARTS)));
    }

    private List<Path> found(Path home) throws IOException {
        return Trees.files(home).stream().filter(this::holds).toList();
    }

    private boolean holds(Path file) {
        try {
            String name = file.getFileName().toString();
            byte[] bytes = Files.readAllBytes(file);
            if (name.endsWith(".gz")) {
                try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    bytes = packed.readAllBytes();
                }
            }
            return new String(bytes, StandardCharsets.ISO_8859_1)
                            .toLowerCase(Locale.ROOT)
                            .contains(SmallCompany.ERASED)
                    || (name.endsWith(".parquet") && ground.rows().holds(file, SmallCompany.ERASED));
        } catch (IOException e) {
            throw new Fault(file + " can't be read");
        }
    }
}
