package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import io.rapport.bench.program.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A run of an enrichment that copies its tables out: its tables are there, whole, or they are not. */
record EnrichStage(Ground ground) implements Stage {

    private static final String ROWS = "select count(*) as n, sum(EngagementScore) as s from Office";

    @Override
    public String name() {
        return "run";
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

    private static Path out(Path place) {
        return place.resolve("out");
    }

    @Override
    public List<String> words(Path place) {
        return List.of(
                "enrich",
                ground.company().spec().toString(),
                "--out",
                out(place).toString());
    }

    @Override
    public boolean look(Path place, Path calm) throws IOException, InterruptedException {
        for (Path file : Trees.files(out(place))) {
            String name = file.getFileName().toString();
            boolean isDraft = name.startsWith("_") || name.startsWith(".");
            if (!isDraft && Files.mismatch(file, out(calm).resolve(out(place).relativize(file))) >= 0) {
                throw new Fault("a table is copied out by half");
            }
        }
        StartedProgram.Ended seen = table(place);
        if (seen.code() != 0 && seen.code() != 2) {
            throw new Fault("after a run that was killed, a query ends with " + seen.code());
        }
        if (seen.code() == 0 && !seen.out().equals(table(calm).out())) {
            throw new Fault("a table of a run is visible by half");
        }
        return seen.code() == 0 && Trees.kinds(place, List.of("out")).equals(Trees.kinds(calm, List.of("out")));
    }

    private StartedProgram.Ended table(Path place) throws IOException, InterruptedException {
        return ground.program().run(home(place), List.of("query", ROWS, "--format", "csv"));
    }

    @Override
    public String result(Path place) throws IOException, InterruptedException {
        Set<String> known = ground.program()
                .done(home(place), "runs", "--json")
                .lines()
                .flatMap(line -> List.of(line.split("\"", -1)).stream())
                .collect(Collectors.toSet());
        for (Path file : Trees.files(home(place).resolve("output"))) {
            String run =
                    home(place).resolve("output").relativize(file).getName(1).toString();
            if (!known.contains(run)) {
                throw new Fault("tables of a run that nobody knows are left over: " + run);
            }
        }
        StringBuilder out = new StringBuilder();
        for (Path file : Trees.files(out(place))) {
            out.append(file.getFileName())
                    .append(' ')
                    .append(Fingerprint.of(file))
                    .append('\n');
        }
        Set<String> kinds = new TreeSet<>(new HashSet<>(Trees.kinds(home(place), Ground.PARTS)));
        return out + table(place).out() + ground.rows().settled(home(place)) + "\n" + kinds;
    }
}
