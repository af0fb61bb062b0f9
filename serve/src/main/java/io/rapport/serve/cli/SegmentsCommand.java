package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.model.spec.NearestName;
import io.rapport.serve.api.client.ApiSource;
import io.rapport.serve.api.client.ServerApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists segments, or the members of one. */
@Command(
        name = "segments",
        header = "List the segments of an enrichment; with a name, the customers of one.",
        sortOptions = false,
        footer = {"", "Examples:", "  rapport segments", "  rapport segments going-quiet --limit 50"})
final class SegmentsCommand extends Question {

    private static final int MOST = 100_000;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SEGMENT",
            description = "One segment, by its name or the word of a ready-made one.")
    private @Nullable String segment;

    @Mixin
    private CustomersCommand.Choice choice = new CustomersCommand.Choice();

    @Override
    void ask(ApiSource api, Console console) {
        Map<String, String> query = choice.query();
        Map<String, ?> answer = api.list("/segments", Map.of("enrichment", query.getOrDefault("enrichment", "")), MOST);
        if (segment != null) {
            String path = "/segments/" + ServerApi.encoded(id(answer, segment)) + "/members";
            CustomersCommand.show(api.list(path, query, choice.limit()), console);
        } else if (console.isJson()) {
            console.json(answer);
        } else {
            new ItemTable()
                    .text("segment", one -> one.get("name"))
                    .text("id", one -> one.get("id"))
                    .text("output", one -> one.get("output"))
                    .number("members", one -> count(one, "members"))
                    .number("joined", one -> count(one, "joined"))
                    .number("left", one -> count(one, "left"))
                    .print(answer, console);
        }
    }

    private static @Nullable Object count(Map<?, ?> segment, String what) {
        return segment.get("count") instanceof Map<?, ?> count ? count.get(what) : null;
    }

    /** Of the segment that somebody named. */
    static String id(Map<String, ?> answer, String asked) {
        Map<String, String> ids = new LinkedHashMap<>();
        if (answer.get("items") instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> fields) {
                    ids.put(String.valueOf(fields.get("name")), String.valueOf(fields.get("id")));
                }
            });
        }
        return ids.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(asked.strip())
                        || one.getValue().equals(asked))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = new ArrayList<>(ids.keySet());
                    return new RapportException(
                            CliError.WRONG_ARGUMENT,
                            "There is no segment “" + asked + "”." + NearestName.question(asked, names) + " There are "
                                    + String.join(", ", names) + ".");
                });
    }
}
