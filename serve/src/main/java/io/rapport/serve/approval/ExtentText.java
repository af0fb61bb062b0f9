package io.rapport.serve.approval;

import io.rapport.core.dataset.Dataset;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An extent as a column of the state database: one text for one extent, so that two can be compared there. */
final class ExtentText {

    private ExtentText() {}

    static String of(Extent extent) {
        ExtractWords words = extent.words();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("columns", words.columns());
        fields.put("groups", words.groups());
        fields.put("userFilter", words.userFilter());
        fields.put("region", words.region());
        fields.put("tenantRegion", words.tenantRegion());
        return JsonText.of(fields);
    }

    static Extent read(Dataset dataset, String text, String destination) {
        if (!(JsonText.read(text) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("an approval's extent is no JSON object");
        }
        Extent extent = Extent.of(ExtractPlan.of(new ExtractWords(
                dataset,
                null,
                null,
                null,
                texts(fields, "columns"),
                texts(fields, "groups"),
                text(fields, "userFilter"),
                text(fields, "region"),
                text(fields, "tenantRegion"),
                null)));
        return new Extent(
                dataset, extent.columns(), extent.scope(), extent.region(), extent.tenantRegion(), destination);
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
