package io.rapport.serve.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Classes that programs share, as the launcher has them do it: a hundred programs start in two thirds of the time. */
final class SharedClasses {

    private SharedClasses() {}

    /** Java's options for it; made once for a build of the program, by whichever test process needs them first. */
    static List<String> options(Path jar) {
        Path archive = jar.resolveSibling("programs.jsa");
        try (FileChannel one = FileChannel.open(
                jar.resolveSibling("programs.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            one.lock();
            if (!Files.exists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                make(jar, archive);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the archive of classes can't be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr");
    }

    private static void make(Path jar, Path archive) throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        Path folder = Files.createTempDirectory(jar.getParent(), "classes");
        List<String> words = new ArrayList<>(Program.java());
        words.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable", "-jar", jar.toString()));
        words.addAll(List.of(
                "serve",
                "--check",
                "--port",
                "0",
                "--home",
                folder.resolve("home").toString()));
        Finished made = Finished.run(folder, Map.of(), words);
        if (made.code() != 0) {
            throw new IllegalStateException("the program does not serve: " + made.err());
        }
    }
}
