package io.rapport.model.spark;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Spark runs: on this machine, or on a standalone cluster.
 *
 * @param url as Spark writes it
 */
public record SparkMaster(String url) {

    private static final Pattern LOCAL = Pattern.compile("local(?:\\[([1-9]\\d{0,3}|\\*)])?");
    private static final Pattern CLUSTER = Pattern.compile("spark://([^:/,\\s]+):(\\d{1,5})");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TASKS_OF_A_CLUSTER = 64;

    /** @throws IllegalArgumentException for any other form; who asks people for it tells them first */
    public SparkMaster {
        if (!LOCAL.matcher(url).matches() && !CLUSTER.matcher(url).matches()) {
            throw new IllegalArgumentException("\"" + url + "\" is no Spark master");
        }
    }

    boolean isThisMachine() {
        return LOCAL.matcher(url).matches();
    }

    /** How many tasks a shuffle makes: Spark joins small ones afterwards. */
    int tasks() {
        Matcher local = LOCAL.matcher(url);
        if (!local.matches()) {
            return TASKS_OF_A_CLUSTER;
        }
        String cores = local.group(1) == null ? "1" : local.group(1);
        return 4 * (cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores));
    }

    /**
     * Finds out whether a cluster answers at all; Spark itself asks for a minute.
     *
     * @throws RapportException {@link SparkError#SPARK_UNREACHABLE}
     */
    void requireAnswer() {
        Matcher cluster = CLUSTER.matcher(url);
        if (!cluster.matches()) {
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(cluster.group(1), Integer.parseInt(cluster.group(2))), (int)
                    PATIENCE.toMillis());
        } catch (IOException | IllegalArgumentException e) {
            throw new RapportException(
                    SparkError.SPARK_UNREACHABLE,
                    "Nobody answers at the Spark master " + url + " within " + PATIENCE.toSeconds()
                            + " seconds. Check the address and that the cluster runs.",
                    e);
        }
    }
}
