package io.rapport.model.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A sentence of the contract with an example: one file under {@code cases/}.
 *
 * @param section folder of the file
 * @param name of the file, without its ending
 * @param says the sentence
 * @param isAlone whether its expectations depend on everything that is in the run
 * @param parameters what it can share a run by
 */
public record GoldenCase(
        String section,
        String name,
        String says,
        boolean isAlone,
        Parameters parameters,
        Map<String, @Nullable Object> body) {

    /** What is the same for a whole run. */
    public record Parameters(LocalDate asOf, ZoneId zone, Map<String, Integer> weights, Options options) {}

    private static final String[] KEYS = {
        "says",
        "alone",
        "asOf",
        "zone",
        "weights",
        "options",
        "users",
        "groups",
        "messages",
        "events",
        "outlookContacts",
        "contacts",
        "accounts",
        "select",
        "expect"
    };

    static GoldenCase read(String section, String name, String yaml) {
        Object document =
                new Load(LoadSettings.builder().setLabel(section + "/" + name).build()).loadFromString(yaml);
        try {
            Map<String, @Nullable Object> body = Yaml.map(document, KEYS);
            String says = Objects.requireNonNull(body.get("says"), "says").toString();
            GoldenCase read =
                    new GoldenCase(section, name, says, Boolean.TRUE.equals(body.get("alone")), parameters(body), body);
            read.expectation(); // finds mistakes early
            return read;
        } catch (RuntimeException mistake) {
            throw new IllegalArgumentException(section + "/" + name + ": " + mistake.getMessage(), mistake);
        }
    }

    /** The case's name for tests. */
    public String title() {
        return section + "/" + name + ": " + says;
    }

    Namespace namespace() {
        return new Namespace(isAlone ? "" : name);
    }

    CaseExpectation expectation() {
        return new CaseExpectation(this);
    }

    private static Parameters parameters(Map<String, @Nullable Object> body) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        Yaml.map(body.get("weights"))
                .forEach((component, weight) -> weights.put(component, (Integer) Objects.requireNonNull(weight)));
        return new Parameters(
                LocalDate.parse(body.getOrDefault("asOf", "2026-10-31") + ""),
                ZoneId.of(body.getOrDefault("zone", "UTC") + ""),
                weights,
                options(body.get("options")));
    }

    private static Options options(@Nullable Object value) {
        Map<String, @Nullable Object> of = Yaml.map(
                value, "excludeGroup", "linkContacts", "matchDomains", "rollUp", "ignoreBulkOver", "excludePrivate");
        return new Options(
                (String) of.get("excludeGroup"),
                of.getOrDefault("linkContacts", true).equals(true),
                of.getOrDefault("matchDomains", false).equals(true),
                of.getOrDefault("rollUp", false).equals(true),
                (Integer) of.get("ignoreBulkOver"),
                of.getOrDefault("excludePrivate", false).equals(true));
    }

    /** What the case gives under this key, or the usual cast. */
    List<@Nullable Object> given(String key) {
        return body.containsKey(key) ? Yaml.list(body.get(key)) : Yaml.list(USUAL.getOrDefault(key, List.of()));
    }

    /** Two listed people, one account with one contact. */
    private static final Map<String, List<String>> USUAL = Map.of(
            "users", List.of("ann ann@contoso.com", "bob bob@contoso.com"),
            "select", List.of("ann@contoso.com", "bob@contoso.com"),
            "accounts", List.of("A"),
            "contacts", List.of("c1 carl@adatum.com A"));
}
