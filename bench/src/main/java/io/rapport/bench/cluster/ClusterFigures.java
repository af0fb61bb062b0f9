package io.rapport.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run took, by its manifest and by its processes.
 *
 * @param copies rows of mail that were read
 * @param exportBytes size of all exports
 * @param steps in the order in which they ended
 */
public record ClusterFigures(
        Platform platform, Spread spread, Watched watched, long copies, long exportBytes, List<Step> steps) {

    public ClusterFigures {
        steps = List.copyOf(steps);
    }

    /** One step's stages together; times in seconds, the rest in bytes. */
    public record Step(String name, double processor, double clock, long read, long shuffled, long spilled) {}

    /** @param run the delivered folder */
    public static ClusterFigures read(Platform platform, Spread spread, Watched watched, long exportBytes, Path run)
            throws IOException {
        JsonNode manifest = JsonMapper.builder().build().readTree(Files.readString(run.resolve("manifest.json")));
        long copies = 0;
        for (JsonNode export : manifest.get("exports")) {
            copies += export.get("dataset").asString().equals("Message_v1")
                    ? export.get("rows").asLong()
                    : 0;
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : manifest.get("steps")) {
            steps.add(new Step(
                    step.get("step").asString(),
                    step.get("processorMilliseconds").asLong() / 1e3,
                    step.get("milliseconds").asLong() / 1e3,
                    step.get("readBytes").asLong(),
                    step.get("shuffleBytes").asLong(),
                    step.get("spilledBytes").asLong()));
        }
        return new ClusterFigures(platform, spread, watched, copies, exportBytes, steps);
    }

    /** Of all tasks; the driver's own, compiling and collecting are not in it. */
    public double taskSeconds() {
        return steps.stream().mapToDouble(Step::processor).sum();
    }

    public long shuffled() {
        return steps.stream().mapToLong(Step::shuffled).sum();
    }

    public long spilled() {
        return steps.stream().mapToLong(Step::spilled).sum();
    }
}
