package io.rapport.serve.web.dataset;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.dataset.FreeColumns;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody filled in, as the form sent it. */
final class ExtractForm {

    private final Dataset dataset;
    private final boolean mayBePersonal;
    private final MultiValueMap<String, String> said;

    ExtractForm(Dataset dataset, boolean mayBePersonal, MultiValueMap<String, String> said) {
        this.dataset = dataset;
        this.mayBePersonal = mayBePersonal;
        this.said = said;
    }

    Dataset dataset() {
        return dataset;
    }

    boolean mayBePersonal() {
        return mayBePersonal;
    }

    /** Whether a preview is wanted. */
    boolean isPreview() {
        return "preview".equals(text("do"));
    }

    /** A field as it was typed. */
    String text(String field) {
        String text = said.getFirst(field);
        return text == null ? "" : text.strip();
    }

    /** The columns that this reader may choose from. */
    List<Column> offered() {
        return mayBePersonal ? ExtractPlan.columns(dataset) : FreeColumns.of(dataset);
    }

    /** All of them, as long as nobody chose. */
    List<String> chosen() {
        return said.containsKey("sent")
                ? said.getOrDefault("column", List.of())
                : offered().stream().map(Column::name).toList();
    }

    boolean isWithoutColumn() {
        return chosen().isEmpty();
    }

    ExtractWords words() {
        String from = orNull("from");
        String to = orNull("to");
        return new ExtractWords(
                dataset,
                from,
                to,
                from == null && to == null ? null : orNull("date"),
                chosen(),
                Arrays.stream(text("groups").split("[\\s,;]+", -1))
                        .filter(id -> !id.isEmpty())
                        .toList(),
                orNull("filter"),
                orNull("region"),
                orNull("tenant-region"),
                orNull("format"));
    }

    private @Nullable String orNull(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }
}
