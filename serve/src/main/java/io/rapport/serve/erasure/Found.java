package io.rapport.serve.erasure;

import io.rapport.lake.manifest.SourceContent;
import io.rapport.serve.erasure.Certificate.FileCount;
import io.rapport.serve.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there was before an erasure, kept until it is finished: a certificate says that also of one that was broken off.
 *
 * @param connector by the word that names it on the command line; empty: everything
 * @param datasets what the connection had brought, by dataset; none for everything
 * @param extractions files of extractions
 * @param home all files
 */
public record Found(String connector, List<SourceContent> datasets, long extractions, FileCount home) {

    public Found {
        datasets = List.copyOf(datasets);
    }

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("connector", connector);
        fields.put(
                "datasets",
                datasets.stream()
                        .map(one -> Map.of("dataset", one.dataset(), "files", one.files(), "rows", one.rows()))
                        .toList());
        fields.put("extractions", extractions);
        fields.put("files", home.files());
        fields.put("bytes", home.bytes());
        return JsonText.of(fields);
    }

    static Found of(String json) {
        Map<?, ?> fields = map(JsonText.read(json));
        List<SourceContent> datasets = new ArrayList<>();
        if (fields.get("datasets") instanceof List<?> all) {
            all.forEach(one -> datasets.add(new SourceContent(
                    String.valueOf(map(one).get("dataset")), number(map(one), "files"), number(map(one), "rows"))));
        }
        return new Found(
                String.valueOf(fields.get("connector")),
                datasets,
                number(fields, "extractions"),
                new FileCount(number(fields, "files"), number(fields, "bytes")));
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static long number(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
