package io.rapport.cluster;

import io.rapport.core.error.RapportException;
import io.rapport.model.spark.SparkApplication;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;

/**
 * The main class for {@code spark-submit}. Ends the process with 0, 1 where the run failed, 2 where the words are wrong, 3
 * where the data are; messages go to standard error, one line of JSON about the run to standard output.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        int code = run(List.of(args), System.out, System.err, InstantSource.system());
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Does what the words say; throws nothing. */
    static int run(List<String> words, PrintStream out, PrintStream err, InstantSource clock) {
        try {
            ClusterWords parsed = ClusterWords.parse(words);
            if (parsed.isHelp()) {
                out.print(ClusterWords.usage());
                return 0;
            }
            try (SparkApplication application = SparkApplication.submitted()) {
                out.println(new ClusterRun(application, parsed, clock, err).run());
            }
            return 0;
        } catch (RapportException e) {
            err.println("rapport: " + e.text());
            return ClusterError.exitCode(e.code());
        } catch (RuntimeException | Error e) {
            // The text of others may quote rows.
            err.println("rapport: Something in Rapport itself failed ("
                    + e.getClass().getSimpleName() + " at "
                    + (e.getStackTrace().length == 0 ? "nowhere" : e.getStackTrace()[0]) + ").");
            return 1;
        }
    }
}
