package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.privacy.Suppression;
import io.rapport.model.engine.Format;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.PageTable;
import io.rapport.model.run.RunManifest;
import io.rapport.model.run.RunManifest.TableFile;
import io.rapport.model.spec.OutputName;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that took place on a cluster, as its folder was brought here, after all of it was checked.
 *
 * @param folder where it lies
 * @param manifest what stands in it
 */
record BroughtRun(Path folder, RunManifest manifest) {

    private static final long LONGEST_MANIFEST = 16 << 20;

    /** @throws RapportException {@link RunImportError#RUN_NOT_WHOLE}, listing everything that is wrong */
    static BroughtRun read(Path folder, DuckDbSettings settings) {
        List<String> problems = new ArrayList<>();
        try {
            if (!Files.isRegularFile(folder.resolve(RunManifest.COMPLETE))) {
                problems.add(
                        "there is no " + RunManifest.COMPLETE + ": it is no run's folder, or not all of it is there");
            }
            RunManifest manifest = manifest(folder.resolve(RunManifest.NAME));
            BroughtRun run = new BroughtRun(folder, manifest);
            run.check(problems);
            if (problems.isEmpty()) {
                run.checkColumns(settings, problems);
            }
            if (problems.isEmpty()) {
                return run;
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.add(RunManifest.NAME + " can't be read"
                    + (e instanceof IllegalArgumentException ? ": " + e.getMessage() : ""));
        }
        throw new RapportException(
                RunImportError.RUN_NOT_WHOLE,
                folder + " can't become a run of this home:\n  " + String.join("\n  ", problems)
                        + "\nCopy the whole folder of the run again. Nothing was changed here.");
    }

    private static RunManifest manifest(Path file) throws IOException {
        if (Files.size(file) > LONGEST_MANIFEST) {
            throw new IllegalArgumentException("it is longer than 16 MB");
        }
        if (JsonText.readWhole(Files.readString(file)) instanceof Map<?, ?> fields) {
            return RunManifest.of(fields);
        }
        throw new IllegalArgumentException("it is no JSON object");
    }

    private void check(List<String> problems) throws IOException {
        if (!OutputName.isUsable(manifest.output())) {
            problems.add("the name of its output table is none: it is " + OutputName.RULE);
            return;
        }
        if (manifest.formulaVersion() != OutputColumn.FORMULA_VERSION) {
            problems.add("its score's formula is version " + manifest.formulaVersion() + ", this program's is "
                    + OutputColumn.FORMULA_VERSION + ": run it again with the jar of this version");
        }
        Set<String> expected = expected();
        Set<String> named = new HashSet<>();
        for (TableFile file : manifest.files()) {
            if (!named.add(file.name())) {
                problems.add("its manifest names a file twice");
            } else if (expected.contains(file.name())) {
                check(file, problems);
            }
        }
        expected.stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> problems.add("its manifest doesn't name " + name));
        if (!expected.containsAll(named)) {
            problems.add("its manifest names files that no run has");
        }
    }

    private Set<String> expected() {
        Stream<String> tables = Arrays.stream(OutputTable.values())
                .map(table -> table.tableName(manifest.output()) + "." + Format.PARQUET.extension());
        Path nowhere = Path.of("");
        Stream<String> pages = Arrays.stream(PageTable.values())
                .map(table -> table.file(nowhere).toString().replace('\\', '/'));
        return Stream.of(tables, pages, Stream.of(RunManifest.ACCOUNTS))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private void check(TableFile named, List<String> problems) throws IOException {
        Path file = folder.resolve(named.name());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(named.name() + " is missing");
        } else if (Files.size(file) != named.bytes() || !sha256(file).equals(named.sha256())) {
            problems.add(named.name() + " is not the file that the run wrote");
        }
    }

    /** That the tables have the contract's columns. */
    private void checkColumns(DuckDbSettings settings, List<String> problems) {
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            for (OutputTable table : OutputTable.values()) {
                try {
                    session.run("checking", table.select(parquet(file(table)), Format.PARQUET) + " limit 0");
                } catch (RapportException e) {
                    problems.add(file(table).getFileName() + " has not the columns of this version");
                }
            }
        }
    }

    /** How many people of the table of people were erased from this home. */
    long erasedPeople(Suppression suppression, DuckDbSettings settings) {
        if (suppression.isEmpty()) {
            return 0;
        }
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            return session
                    .list(
                            "looking for erased people",
                            "select EmailAddress, EntraId from " + parquet(file(OutputTable.USER_TABLE)),
                            row -> {
                                String address = row.getString(1);
                                String id = row.getString(2);
                                return (address != null && suppression.holdsAddress(address))
                                        || (id != null && suppression.holdsId(id));
                            })
                    .stream()
                    .filter(Boolean::booleanValue)
                    .count();
        }
    }

    private Path file(OutputTable table) {
        return folder.resolve(table.tableName(manifest.output()) + "." + Format.PARQUET.extension());
    }

    private static String parquet(Path file) {
        return "read_parquet(" + SqlText.literal(SqlText.path(file)) + ")";
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
