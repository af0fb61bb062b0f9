package io.rapport.bench.pages;

import io.rapport.bench.measure.JavaOptions;
import io.rapport.bench.measure.PeakMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program, serving, as the launcher would start it; closing it ends it as Ctrl-C does. */
public final class ServedProgram implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final double SECOND = 1e9;
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final URI url;
    private final double secondsToAnswer;

    private ServedProgram(Process process, URI url, double secondsToAnswer) {
        this.process = process;
        this.url = url;
        this.secondsToAnswer = secondsToAnswer;
    }

    /**
     * Starts it, and waits for its first page.
     *
     * @param program its jar
     */
    public static ServedProgram start(Path program, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                words.contains("demo") ? "-Xmx640m" : "-Xmx512m",
                "-Xshare:auto",
                "-Xlog:disable"));
        command.add(JavaOptions.CLASSES);
        command.addAll(JavaOptions.SERVER_COLLECTOR);
        command.addAll(JavaOptions.REQUESTS);
        Path archive = program.resolveSibling("rapport.jsa");
        if (archive.toFile().exists()) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-jar", program.toString()));
        command.addAll(words);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        URI url = url(process);
        awaitPage(url);
        return new ServedProgram(process, url, (System.nanoTime() - begun) / SECOND);
    }

    private static URI url(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher url = URL.matcher(line);
            if (url.find()) {
                return URI.create(url.group());
            }
        }
        throw new IllegalStateException("the program ended before it served; start it by hand to see why");
    }

    public URI url() {
        return url;
    }

    /** From its start to the end of the page where people sign in. */
    public double secondsToAnswer() {
        return secondsToAnswer;
    }

    /** Memory that it holds now; empty where the system has no {@code /proc}. */
    public OptionalLong findResidentBytes() {
        return PeakMemory.findResidentBytes(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitPage(URI url) throws IOException, InterruptedException {
        HttpResponse<Void> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url.resolve("/sign-in")).build(), HttpResponse.BodyHandlers.discarding());
        if (page.statusCode() != 200) {
            throw new IllegalStateException("the first page answered " + page.statusCode());
        }
    }
}
