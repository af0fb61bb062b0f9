package io.rapport.model.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** One Spark application for all tests of a process: starting one takes longer than most tests. */
final class OneApplication {

    private static final SparkApplication APPLICATION = start();

    private OneApplication() {}

    static SparkApplication running() {
        return APPLICATION;
    }

    private static SparkApplication start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "spark");
            SparkApplication application = SparkApplication.start(new SparkMaster("local[2]"), folder.toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                application.close();
                WorkFolder.local(folder, new Configuration()).delete();
            }));
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
