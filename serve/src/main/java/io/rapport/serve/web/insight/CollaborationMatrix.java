package io.rapport.serve.web.insight;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.Collaboration.Exchange;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Emails between departments in one week, as a table. */
final class CollaborationMatrix {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private CollaborationMatrix() {}

    /** @param asked a Monday; any other text for the last week with anything in it */
    static CollaborationView.Matrix of(Collaboration report, String asked) {
        List<LocalDate> weeks = report.exchanges().stream()
                .map(Exchange::week)
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        if (weeks.isEmpty()) {
            return new CollaborationView.Matrix("", List.of(), List.of(), List.of());
        }
        LocalDate week = weeks.stream()
                .filter(one -> one.toString().equals(asked))
                .findFirst()
                .orElse(weeks.get(0));
        List<Exchange> shown = report.exchanges().stream()
                .filter(one -> one.week().equals(week))
                .toList();
        TreeSet<String> names = new TreeSet<>();
        shown.forEach(one -> names.addAll(List.of(one.from(), one.to())));
        Map<List<String>, Exchange> byPair =
                shown.stream().collect(Collectors.toMap(one -> List.of(one.from(), one.to()), Function.identity()));
        double most =
                shown.stream().mapToDouble(Exchange::emailsPerPerson).max().orElse(0);
        List<CollaborationView.MatrixRow> rows = new ArrayList<>();
        for (String from : names) {
            List<CollaborationView.Cell> cells = new ArrayList<>();
            for (String to : names) {
                Exchange one = byPair.get(List.of(from, to));
                cells.add(
                        one == null
                                ? new CollaborationView.Cell("", false, 0)
                                : new CollaborationView.Cell(
                                        String.format(Locale.ENGLISH, "%,.1f", one.emailsPerPerson()),
                                        false,
                                        CollaborationWords.level(one.emailsPerPerson(), most)));
            }
            rows.add(new CollaborationView.MatrixRow(CollaborationWords.name(from), cells));
        }
        return new CollaborationView.Matrix(
                "Week of " + DAY.format(week),
                weeks.stream()
                        .map(one -> new CollaborationView.Option(
                                one.toString(), "Week of " + DAY.format(one), one.equals(week)))
                        .toList(),
                names.stream().map(CollaborationWords::name).toList(),
                rows);
    }
}
