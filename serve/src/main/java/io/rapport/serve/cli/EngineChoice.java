package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.engine.Engine;
import io.rapport.model.remote.EngineProgram;
import io.rapport.model.remote.RemoteEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which engine the models run. */
final class EngineChoice {

    /** Where the launcher says that Spark's program lies. */
    static final String PROGRAM = "RAPPORT_SPARK";

    /** More options for the Java of that program, between blanks. */
    static final String OPTIONS = "RAPPORT_SPARK_OPTIONS";

    private static final Pattern MASTER =
            Pattern.compile("local(\\[([1-9]\\d{0,3}|\\*)])?|spark://[^:/,\\s]+:\\d{1,5}");

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "duckdb, or spark for what outgrows one machine. Default: duckdb.")
    private @Nullable String name;

    @Option(
            names = "--spark-master",
            paramLabel = "URL",
            description = "Where Spark runs: local[2], local[*] or spark://HOST:PORT. Default: local[*].")
    private @Nullable String master;

    /** Whether somebody chose. */
    boolean isNamed() {
        return name != null || master != null;
    }

    /** @throws RapportException for an engine that there isn't, or that is not here */
    Engine engine(Session session) {
        String chosen = name == null ? "duckdb" : name;
        if (!chosen.equals("duckdb") && !chosen.equals("spark")) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--engine is \"" + chosen + "\"; it is duckdb or spark.");
        }
        if (master != null && !chosen.equals("spark")) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--spark-master says where Spark runs; say --engine spark with it.");
        }
        return chosen.equals("spark") ? spark(session) : new DuckDbEngine(session.engineSettings(1));
    }

    private Engine spark(Session session) {
        String url = master();
        Path program = Path.of(session.environment(PROGRAM));
        if (!Files.isRegularFile(program)) {
            throw new RapportException(
                    CliError.ENGINE_MISSING,
                    "Spark is not part of this installation"
                            + (program.toString().isEmpty() ? "" : ": there is no " + program)
                            + ". In a checkout, ./rapport builds it at the first --engine spark; elsewhere build it with"
                            + " ./mvnw package -pl model-spark -am and set " + PROGRAM + " to its model-spark.jar.");
        }
        return new RemoteEngine(
                "spark",
                new EngineProgram(
                        program,
                        words(session.environment(OPTIONS)),
                        List.of(url),
                        session.memory().sparkHeap(),
                        session.home().temporary()));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private String master() {
        String url = master == null ? "local[*]" : master;
        if (!MASTER.matcher(url).matches()) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "--spark-master is \"" + url
                            + "\"; it is local[2] for two cores of this machine, local[*] for all of"
                            + " them, or spark://HOST:PORT for a cluster.");
        }
        return url;
    }
}
