package io.rapport.serve.cli;

import io.rapport.connect.consent.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of each permission, for people and for programs. */
final class FindingView {

    private FindingView() {}

    static void show(Console console, List<Finding> findings) {
        findings.forEach(finding ->
                console.line("  " + word(finding.state()) + "  " + finding.permission() + "  " + finding.text()));
    }

    static List<Map<String, @Nullable Object>> json(List<Finding> findings) {
        return findings.stream().map(FindingView::json).toList();
    }

    private static Map<String, @Nullable Object> json(Finding finding) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("permission", finding.permission());
        fields.put("state", finding.state());
        fields.put("text", finding.text());
        return fields;
    }

    private static String word(Finding.State state) {
        return switch (state) {
            case WORKING -> "ok      ";
            case MISSING -> "missing ";
            case UNKNOWN -> "unknown ";
            case TOO_MUCH -> "too much";
        };
    }
}
