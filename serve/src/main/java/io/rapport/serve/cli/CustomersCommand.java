package io.rapport.serve.cli;

import io.rapport.serve.api.client.ApiSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists customers. */
@Command(
        name = "customers",
        header = "List the customers of the latest run: score, emails, meetings, and what is true of each.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rapport customers --show going-quiet",
            "  rapport customers --search north --sort last-email --json"
        })
final class CustomersCommand extends Question {

    /** Which customers, in which order. */
    static final class Choice {

        @Option(names = "--enrichment", paramLabel = "NAME", description = "Output table. Default: the primary one.")
        private String enrichment = "";

        @Option(names = "--search", paramLabel = "TEXT", description = "Part of the name or id.")
        private String search = "";

        @Option(
                names = "--show",
                paramLabel = "WORD",
                description = "Only those of whom it is true: going-quiet, rising, …")
        private String show = "";

        @Option(
                names = "--sort",
                paramLabel = "BY",
                description = "name, score, change, emails, meetings, last-email or last-meeting. Default: score.")
        private String sort = "";

        @Option(names = "--limit", paramLabel = "COUNT", description = "How many at most. Default: 20.")
        private int limit = 20;

        Map<String, String> query() {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("enrichment", enrichment);
            query.put("q", search);
            query.put("show", show);
            query.put("sort", sort);
            return query;
        }

        int limit() {
            return Limit.require(limit);
        }
    }

    @Mixin
    private Choice choice = new Choice();

    @Override
    void ask(ApiSource api, Console console) {
        show(api.list("/customers", choice.query(), choice.limit()), console);
    }

    static void show(Map<String, ?> answer, Console console) {
        if (console.isJson()) {
            console.json(answer);
            return;
        }
        new ItemTable()
                .text("customer", customer -> customer.get("name"))
                .number("score", customer -> customer.get("score"))
                .number("emails to", customer -> customer.get("emailsTo"))
                .number("from", customer -> customer.get("emailsFrom"))
                .number("meetings", customer -> sum(customer.get("meetingsTo"), customer.get("meetingsFrom")))
                .number("last email, days", customer -> customer.get("daysSinceLastEmail"))
                .number("last meeting, days", customer -> customer.get("daysSinceLastMeeting"))
                .text("marks", customer -> marks(customer.get("marks")))
                .print(answer, console);
    }

    private static long sum(@Nullable Object one, @Nullable Object other) {
        return (one instanceof Long first ? first : 0) + (other instanceof Long second ? second : 0);
    }

    private static String marks(@Nullable Object marks) {
        return marks instanceof List<?> list
                ? list.stream()
                        .map(mark -> mark instanceof Map<?, ?> fields ? String.valueOf(fields.get("word")) : "")
                        .collect(Collectors.joining(" "))
                : "";
    }
}
