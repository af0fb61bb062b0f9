package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of segments as browsers send them, and what is read off their pages. */
final class SegmentForms {

    private static final int CONTRIBUTOR = 1;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String OFFICE = HOME.spec.output();

    private SegmentForms() {}

    /** Saves a segment and says where it is. */
    static String save(Browser browser, String name, String match, String... conditions) throws Exception {
        browser.get("/segments/new");
        Map<String, String> fields = fields(match, conditions);
        fields.put("name", name);
        fields.put("enrichment", OFFICE);
        return location(browser.post("/segments", fields));
    }

    static Map<String, String> fields(String match, String... conditions) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("r.match", match);
        for (int i = 0; i < conditions.length; i++) {
            String[] words = conditions[i].split(" ", -1);
            fields.put("r." + i + ".column", words[0]);
            fields.put("r." + i + ".operator", words[1]);
            fields.put("r." + i + ".value", words[2]);
        }
        return fields;
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static List<String> figures(String page) {
        List<String> figures = new ArrayList<>();
        Matcher figure = Pattern.compile("<p class=\"figure\">([0-9,–]+) ").matcher(page);
        while (figure.find()) {
            figures.add(figure.group(1));
        }
        return figures;
    }

    static List<String> ids(HttpResponse<String> csv) {
        assertThat(csv.statusCode()).isEqualTo(200);
        return CsvReader.builder().ofNamedCsvRecord(csv.body()).stream()
                .map(row -> row.getField("CustomerId"))
                .collect(Collectors.toList());
    }

    /** Ids of those in the list of all customers of whom something is true. */
    static List<String> customers(Predicate<NamedCsvRecord> wanted) throws Exception {
        String all = SERVER.signedIn(CONTRIBUTOR)
                .get("/customers.csv?enrichment=" + OFFICE)
                .body();
        return CsvReader.builder().ofNamedCsvRecord(all).stream()
                .filter(wanted)
                .map(row -> row.getField("CustomerId"))
                .toList();
    }

    /** Of nothing nothing is true. */
    static double number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
