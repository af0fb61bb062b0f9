package io.rapport.model.spec;

import io.rapport.core.address.Address;
import io.rapport.core.time.InstantText;
import io.rapport.core.time.ZoneName;
import io.rapport.model.spec.Spec.CustomerTables;
import io.rapport.model.spec.Spec.Customers;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the spec of an enrichment from YAML or JSON, and says everything that is wrong with it at once. */
public final class SpecReader {

    private static final List<String> KEYS = List.of(
            "name",
            "output",
            "selection",
            "profiles",
            "contacts",
            "accounts",
            "timeZone",
            "asOf",
            "weights",
            "options");
    private static final List<String> OPTION_KEYS =
            List.of("linkContacts", "matchDomains", "ignoreBulkOver", "rollUp", "excludeGroup", "excludePrivate");
    private static final List<String> COMPONENTS =
            Arrays.stream(Component.values()).map(Component::columnName).toList();

    private final Path file;
    private final Problems problems = new Problems();

    private final Supplier<List<String>> profileSets;

    private SpecReader(Path file, Supplier<List<String>> profileSets) {
        this.file = file;
        this.profileSets = profileSets;
    }

    /**
     * Reads a spec where there are no profile sets.
     *
     * @throws io.rapport.core.error.RapportException as the other
     */
    public static Spec read(Path file) {
        return read(file, List::of);
    }

    /**
     * Reads a spec. Paths within it are relative to its own folder; the files that they name are not opened.
     *
     * @param profileSets names of the profile sets that there are; asked where the spec names one
     * @throws io.rapport.core.error.RapportException with a {@link SpecError}; where the spec has mistakes the message
     *     lists all of them, one per line, as {@code file:line:column: what}
     */
    public static Spec read(Path file, Supplier<List<String>> profileSets) {
        return new SpecReader(file, profileSets).spec();
    }

    private Spec spec() {
        SpecMapping root =
                new SpecMapping(file, problems, new Place(file, 1, 1), "", SpecText.compose(file, problems), KEYS);
        String name = root.findText("name").orElse("Account engagement");
        String output = root.findText("output").orElse("Office");
        if (!OutputName.isUsable(output)) {
            root.add("output", "is " + SpecMapping.quoted(output) + "; a table's name is " + OutputName.RULE);
        }
        List<Address> selection = selection(root);
        Customers customers = CustomerKeys.customers(root, profileSets);
        ZoneId timeZone =
                root.findText("timeZone").flatMap(zone -> findZone(root, zone)).orElse(ZoneId.of("UTC"));
        LocalDate asOf = root.findText("asOf").map(date -> date(root, date)).orElse(null);
        Weights weights = weights(root);
        Options options = options(root);
        if (options.rollUp()
                && customers instanceof CustomerTables tables
                && tables.accounts().parent() == null) {
            root.add("options", "ask for rollUp, which needs accounts.parent: the column of the parent account's id");
        }
        problems.throwIfAny(SpecError.SPEC_INVALID);
        if (customers == null) {
            throw new IllegalStateException("a spec without customers passed for one without mistakes");
        }
        return new Spec(name, output, selection, customers, timeZone, asOf, weights, options);
    }

    private List<Address> selection(SpecMapping root) {
        root.requireKey("selection", "name the people, shared mailboxes or groups: [mira@contoso.com]");
        Set<Address> selection = new LinkedHashSet<>();
        List<Node> entries = root.findList("selection").orElse(List.of());
        for (Node entry : entries) {
            if (entry instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
                Address.find(scalar.getValue())
                        .ifPresentOrElse(
                                selection::add,
                                () -> problems.add(
                                        root.place(entry),
                                        "this entry of selection is no mail address; it must look like"
                                                + " mira@contoso.com"));
            } else {
                problems.add(root.place(entry), "this entry of selection must be an address in text");
            }
        }
        return List.copyOf(selection);
    }

    private static Optional<ZoneId> findZone(SpecMapping root, String name) {
        Optional<ZoneId> zone = ZoneName.findNamed(name);
        if (zone.isEmpty()) {
            String meant = NearestName.find(name, ZoneId.getAvailableZoneIds())
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("use a name such as Europe/London or Pacific Standard Time");
            root.add("timeZone", "is " + SpecMapping.quoted(name) + ", which is no known time zone; " + meant);
        }
        return zone;
    }

    private static @Nullable LocalDate date(SpecMapping root, String text) {
        LocalDate earliest = InstantText.EARLIEST.atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(earliest) && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // Said below.
        }
        root.add(
                "asOf",
                "is " + SpecMapping.quoted(text) + "; it must be a date from " + earliest + " on, as 2026-10-31");
        return null;
    }

    private static Weights weights(SpecMapping root) {
        SpecMapping weights = root.mapping("weights", COMPONENTS);
        Map<Component, Integer> chosen = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            weights.findNumber(component.columnName(), 0, Weights.HIGHEST)
                    .ifPresent(weight -> chosen.put(component, weight));
        }
        return new Weights(chosen);
    }

    private static Options options(SpecMapping root) {
        SpecMapping options = root.mapping("options", OPTION_KEYS);
        Options standard = Options.DEFAULT;
        OptionalInt bulk = options.findNumber("ignoreBulkOver", 1, Integer.MAX_VALUE);
        Optional<Address> group = options.findText("excludeGroup").flatMap(text -> {
            Optional<Address> address = Address.find(text);
            if (address.isEmpty()) {
                options.add("excludeGroup", "is no mail address; it must look like board@contoso.com");
            }
            return address;
        });
        return new Options(
                options.flag("linkContacts", standard.linkContacts()),
                options.flag("matchDomains", standard.matchDomains()),
                bulk.isPresent() ? bulk.getAsInt() : null,
                options.flag("rollUp", standard.rollUp()),
                group.orElse(null),
                options.flag("excludePrivate", standard.excludePrivate()));
    }
}
