package io.rapport.serve.dataset;

import io.rapport.core.dataset.Datasets;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody asks for, as a column of the state database. */
final class ExtractWordsText {

    private ExtractWordsText() {}

    static String of(ExtractWords words) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("dataset", words.dataset().name());
        fields.put("from", words.from());
        fields.put("to", words.to());
        fields.put("dateColumn", words.dateColumn());
        fields.put("columns", words.columns());
        fields.put("groups", words.groups());
        fields.put("userFilter", words.userFilter());
        fields.put("region", words.region());
        fields.put("tenantRegion", words.tenantRegion());
        fields.put("format", words.format());
        return JsonText.of(fields);
    }

    static ExtractWords read(String text) {
        if (!(JsonText.read(text) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("an extraction's words are no JSON object");
        }
        return new ExtractWords(
                Datasets.find(String.valueOf(fields.get("dataset"))).orElseThrow(),
                text(fields, "from"),
                text(fields, "to"),
                text(fields, "dateColumn"),
                texts(fields, "columns"),
                texts(fields, "groups"),
                text(fields, "userFilter"),
                text(fields, "region"),
                text(fields, "tenantRegion"),
                text(fields, "format"));
    }

    private static @Nullable String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    private static List<String> texts(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
