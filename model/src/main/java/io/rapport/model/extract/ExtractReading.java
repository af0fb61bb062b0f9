package io.rapport.model.extract;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.time.InstantText;
import io.rapport.model.engine.Format;
import io.rapport.model.spec.NearestName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a plan of what somebody wrote, or says all that is wrong with it. */
final class ExtractReading {

    private final ExtractWords words;
    private final Dataset dataset;
    private final boolean isForm;
    private final List<ExtractProblem> problems = new ArrayList<>();

    /** @param isForm whether problems name what forms have, or what the command line has */
    ExtractReading(ExtractWords words, boolean isForm) {
        this.words = words;
        this.isForm = isForm;
        this.dataset = words.dataset();
    }

    ExtractPlan plan() {
        ExtractPlan plan = read();
        if (!problems.isEmpty()) {
            throw new RapportException(
                    ExtractError.EXTRACT_REQUEST,
                    problems.stream().map(ExtractProblem::text).collect(Collectors.joining("\n")));
        }
        return plan;
    }

    List<ExtractProblem> problems() {
        ExtractPlan unused = read();
        return List.copyOf(problems);
    }

    /** What can be understood; whatever can't is a problem. */
    private ExtractPlan read() {
        List<Column> columns = columns();
        DateRange range = range();
        Scope scope = scope();
        Region region = "all".equalsIgnoreCase(words.region()) ? null : region(ExtractField.REGION, words.region());
        Region tenantRegion = region(ExtractField.TENANT_REGION, words.tenantRegion());
        return new ExtractPlan(dataset, columns, range, scope, region, tenantRegion, format());
    }

    private void add(ExtractField field, String text) {
        problems.add(new ExtractProblem(field, text));
    }

    private List<Column> columns() {
        List<Column> known = ExtractPlan.columns(dataset);
        List<String> names = known.stream().map(Column::name).toList();
        Set<String> wanted = new LinkedHashSet<>();
        for (String written : words.columns()) {
            Optional<String> name =
                    names.stream().filter(written.strip()::equalsIgnoreCase).findFirst();
            name.ifPresentOrElse(
                    wanted::add,
                    () -> add(
                            ExtractField.COLUMNS,
                            dataset + " has no column \"" + written.strip() + "\"."
                                    + NearestName.question(written.strip(), names) + " Columns: "
                                    + String.join(", ", names)
                                    + "."));
        }
        return wanted.isEmpty()
                ? known
                : known.stream()
                        .filter(column -> wanted.contains(column.name()))
                        .toList();
    }

    private @Nullable DateRange range() {
        List<String> filterable = dataset.columns().stream()
                .filter(Column::isFilterable)
                .map(Column::name)
                .toList();
        Instant from = instant(ExtractField.FROM, words.from());
        Instant to = instant(ExtractField.TO, words.to());
        String column = dateColumn(filterable);
        boolean isAsked = words.from() != null || words.to() != null;
        if (!isAsked && words.dateColumn() != null) {
            add(
                    ExtractField.DATE_COLUMN,
                    ExtractField.DATE_COLUMN.begin(isForm) + " says by which date, but neither "
                            + ExtractField.FROM.within(isForm) + " nor " + ExtractField.TO.within(isForm)
                            + " says which ones.");
        }
        if (isAsked && filterable.isEmpty() && words.dateColumn() == null) {
            add(
                    ExtractField.FROM,
                    dataset + " has no column that can be filtered by date: leave out "
                            + ExtractField.FROM.within(isForm) + " and " + ExtractField.TO.within(isForm) + ".");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            String end = ExtractField.TO.within(isForm);
            add(
                    ExtractField.TO,
                    ExtractField.FROM.begin(isForm) + " is " + from + " and " + end + " is " + to + ": " + end
                            + " has to be later; it is the first instant that is not wanted.");
            return null;
        }
        return column == null || (from == null && to == null) ? null : new DateRange(column, from, to);
    }

    private @Nullable String dateColumn(List<String> filterable) {
        String written = words.dateColumn();
        if (written == null) {
            return filterable.isEmpty() ? null : filterable.get(0);
        }
        Optional<String> column =
                filterable.stream().filter(written.strip()::equalsIgnoreCase).findFirst();
        if (column.isEmpty()) {
            add(
                    ExtractField.DATE_COLUMN,
                    dataset + " can't be filtered by \"" + written.strip() + "\". "
                            + (filterable.isEmpty()
                                    ? "It has no column that can."
                                    : "Columns that can: " + String.join(", ", filterable) + "."));
        }
        return column.orElse(null);
    }

    private @Nullable Instant instant(ExtractField field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = text.strip().length() == 10
                    ? LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : InstantText.parse(text);
            if (instant != null && !instant.isBefore(InstantText.EARLIEST)) {
                return instant;
            }
            add(field, field.begin(isForm) + " is \"" + text.strip() + "\"; the earliest is 1990-01-01.");
        } catch (DateTimeException notATime) {
            add(
                    field,
                    field.begin(isForm) + " is \"" + text.strip()
                            + "\"; it is a date such as 2026-10-31, or an instant such as 2026-10-31T08:00:00Z.");
        }
        return null;
    }

    private Scope scope() {
        String filter = words.userFilter();
        boolean isAboutGroups = ExtractPlan.findOwnerColumn(dataset).isEmpty();
        if (filter != null && !words.groups().isEmpty()) {
            add(
                    ExtractField.USER_FILTER,
                    ExtractField.GROUPS.begin(isForm) + " and " + ExtractField.USER_FILTER.within(isForm)
                            + " exclude each other: name groups, or filter users.");
        }
        if (filter != null && isAboutGroups) {
            add(
                    ExtractField.USER_FILTER,
                    dataset + " is about groups: choose them by " + ExtractField.GROUPS.within(isForm)
                            + ", not by a filter of users.");
        }
        Set<String> groups = new LinkedHashSet<>();
        words.groups().forEach(id -> groups.add(id.strip().toLowerCase(Locale.ROOT)));
        if (groups.size() > Scope.MOST_GROUPS) {
            add(
                    ExtractField.GROUPS,
                    ExtractField.GROUPS.begin(isForm) + " names " + groups.size() + " groups; the most are "
                            + Scope.MOST_GROUPS + ". Take a group that holds them, or extract in several runs.");
        }
        if (filter != null) {
            try {
                return new Scope.Filtered(UserFilterParser.parse(filter), filter);
            } catch (UserFilterParser.Mistake mistake) {
                add(
                        ExtractField.USER_FILTER,
                        ExtractField.USER_FILTER.begin(isForm) + " can't be understood, " + mistake.text() + ".");
            }
        }
        return groups.isEmpty() || groups.size() > Scope.MOST_GROUPS
                ? new Scope.Everybody()
                : new Scope.Groups(List.copyOf(groups));
    }

    private @Nullable Region region(ExtractField field, @Nullable String word) {
        if (word == null) {
            return null;
        }
        Optional<Region> region = Region.find(word);
        if (region.isEmpty()) {
            add(
                    field,
                    field.begin(isForm) + " is \"" + word.strip() + "\", which is no region."
                            + NearestName.question(word.strip(), Region.words())
                            + " Regions: "
                            + String.join(
                                    ", ",
                                    java.util.Arrays.stream(Region.values())
                                            .map(Region::name)
                                            .toList())
                            + ", or an Azure region such as westeurope.");
        }
        return region.orElse(null);
    }

    private Format format() {
        String word = words.format();
        Optional<Format> format = word == null ? Optional.of(Format.JSON) : Format.find(word.strip());
        if (format.isEmpty()) {
            add(
                    ExtractField.FORMAT,
                    ExtractField.FORMAT.begin(isForm) + " is \""
                            + String.valueOf(word).strip() + "\"; it is json, parquet or csv.");
        }
        return format.orElse(Format.JSON);
    }
}
