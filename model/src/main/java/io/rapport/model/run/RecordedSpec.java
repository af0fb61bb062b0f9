package io.rapport.model.run;

import io.rapport.model.spec.Component;
import io.rapport.model.spec.Options;
import io.rapport.model.spec.Spec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the record of a run keeps of its spec: text, numbers, flags and null by name. */
public final class RecordedSpec {

    private RecordedSpec() {}

    /** Weight by component. */
    public static Map<String, Object> weights(Spec spec) {
        Map<String, Object> weights = new LinkedHashMap<>();
        for (Component component : Component.values()) {
            weights.put(component.columnName(), spec.weights().of(component));
        }
        return weights;
    }

    /** Option by name. */
    public static Map<String, @Nullable Object> options(Spec spec) {
        Options options = spec.options();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("linkContacts", options.linkContacts());
        fields.put("matchDomains", options.matchDomains());
        fields.put("ignoreBulkOver", options.ignoreBulkOver());
        fields.put("rollUp", options.rollUp());
        fields.put(
                "excludeGroup",
                options.findExcludeGroup().map(group -> group.value()).orElse(null));
        fields.put("excludePrivate", options.excludePrivate());
        return fields;
    }
}
