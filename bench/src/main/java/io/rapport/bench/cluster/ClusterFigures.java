package io.rapport.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run's manifest says of it.
 *
 * @param seconds by the clock, from the start of the process to its end
 * @param copies rows of mail that were read
 * @param steps in the order in which they ended
 */
public record ClusterFigures(Skew skew, double seconds, long copies, long exportBytes, List<Step> steps) {

    public ClusterFigures {
        steps = List.copyOf(steps);
    }

    /** One step's stages together; times in seconds. */
    public record Step(String name, double processor, double clock, long read, long shuffled, long spilled) {}

    /** @param run the delivered folder */
    public static ClusterFigures read(Skew skew, double seconds, long exportBytes, Path run) throws IOException {
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
        return new ClusterFigures(skew, seconds, copies, exportBytes, steps);
    }

    /** Of all tasks; the driver's own is not in it. */
    public double processorSeconds() {
        return steps.stream().mapToDouble(Step::processor).sum();
    }

    /** By the clock, while a stage ran. */
    public double stageSeconds() {
        return steps.stream().mapToDouble(Step::clock).sum();
    }

    public long shuffled() {
        return steps.stream().mapToLong(Step::shuffled).sum();
    }

    public long spilled() {
        return steps.stream().mapToLong(Step::spilled).sum();
    }
}
