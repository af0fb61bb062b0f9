package io.rapport.cluster;

import io.rapport.core.error.RapportException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of Spark that the models were compared on. */
final class SparkVersion {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3}).*");

    private SparkVersion() {}

    /** @throws RapportException {@link ClusterError#SPARK_VERSION} for any but 4.2 and later versions of 4 */
    static void require(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches() || !numbers.group(1).equals("4") || Integer.parseInt(numbers.group(2)) < 2) {
            throw new RapportException(
                    ClusterError.SPARK_VERSION,
                    "This cluster runs Spark " + version + "; the models need 4.2 or a later 4, on Java 17 or later."
                            + " Choose a runtime or an image that has it.");
        }
    }
}
