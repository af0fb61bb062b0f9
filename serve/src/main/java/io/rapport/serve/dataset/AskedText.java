package io.rapport.serve.dataset;

import io.rapport.core.dataset.Column;
import io.rapport.model.extract.DateRange;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.Scope;
import io.rapport.serve.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an extraction delivers, as the log of extractions has it. */
final class AskedText {

    private AskedText() {}

    static String of(ExtractPlan plan) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("columns", plan.columns().stream().map(Column::name).toList());
        DateRange range = plan.range();
        fields.put("dateColumn", range == null ? null : range.column());
        fields.put(
                "from",
                range == null ? null : range.findFrom().map(Object::toString).orElse(null));
        fields.put(
                "to",
                range == null ? null : range.findTo().map(Object::toString).orElse(null));
        fields.put("scope", scope(plan.scope()));
        fields.put("region", plan.findRegion().map(Enum::name).orElse("all"));
        fields.put("format", plan.format().extension());
        return JsonText.of(fields);
    }

    /** A filter may name addresses: that there was one is enough. */
    private static String scope(Scope scope) {
        if (scope instanceof Scope.Groups groups) {
            return "groups " + String.join(", ", groups.ids());
        }
        return scope instanceof Scope.Filtered ? "a filter of users" : "all users";
    }
}
