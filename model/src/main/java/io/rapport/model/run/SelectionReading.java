package io.rapport.model.run;

import io.rapport.core.address.Address;
import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.sql.Models;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the addresses of a selection are in the directory, by the same models as a run's.
 *
 * @param verdicts one per address, in the order in which they were named
 * @param people how many listed people they come to, groups resolved
 */
public record SelectionReading(List<Verdict> verdicts, long people) {

    /** The fewest and the most people that a run takes. */
    public static final int FEWEST = RunChecks.FEWEST_PEOPLE;

    public static final int MOST = RunChecks.MOST_PEOPLE;

    private static final Set<String> MODELS = Set.of(
            "directory_user",
            "user_address",
            "colleague_address",
            "group_address",
            "guest_address",
            "group_step",
            "group_reach",
            "group_user",
            "excluded_user",
            "excluded_address",
            "selection_verdict",
            "listed_person");

    public SelectionReading {
        verdicts = List.copyOf(verdicts);
    }

    /** What an address is. */
    public enum Kind {
        PERSON("A user"),
        GROUP("A group"),
        /** A shared mailbox, or a mistake: it counts as a person of its own. */
        UNKNOWN("In no directory"),
        /** Selects nobody. */
        GUEST("A guest: selects nobody"),
        /** Selects nobody. */
        EXCLUDED("Excluded: selects nobody");

        private final String verdict;

        Kind(String verdict) {
            this.verdict = verdict;
        }

        static Optional<Kind> find(String verdict) {
            for (Kind kind : values()) {
                if (kind.verdict.equals(verdict)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What one address is.
     *
     * @param people how many it selects: of a group its members, members of members too
     */
    public record Verdict(Address address, Kind kind, long people) {}

    /**
     * @param excludeGroup members of this group select nobody; null for no such group
     * @param folder an empty folder of its own; whoever made it removes it
     */
    public static SelectionReading read(
            Engine engine,
            Snapshot snapshot,
            Collection<Address> addresses,
            @Nullable Address excludeGroup,
            Path folder) {
        LocalDate anyDay = LocalDate.EPOCH;
        Parameters parameters = new Parameters(
                anyDay,
                anyDay,
                ZoneOffset.UTC,
                excludeGroup == null ? "" : excludeGroup.value(),
                false,
                false,
                false,
                false,
                0);
        Path selection = Objects.requireNonNull(
                new RunInputs(folder).selection(addresses).files().get(RunInput.SELECTED_ADDRESS));
        try (Session session = engine.open(snapshot, parameters)) {
            session.land(LandedRelation.USER);
            session.land(LandedRelation.GROUP);
            session.land(LandedRelation.GROUP_MEMBER);
            session.load(RunInput.SELECTED_ADDRESS, selection);
            Models.accountEngagement().stream()
                    .filter(model -> MODELS.contains(model.name()))
                    .forEach(session::build);
            Map<Address, Verdict> found = session.rows("""
                            select v.address, v.verdict, count(distinct d.user_id) as people
                            from selection_verdict as v
                            left join group_user as u on u.group_id = v.group_id
                            left join directory_user as d
                                on d.user_id = u.user_id
                                    and not d.is_guest
                                    and not exists (select 1 from excluded_user as e where e.user_id = d.user_id)
                            group by v.address, v.verdict
                            """).stream()
                    .map(SelectionReading::verdict)
                    .collect(Collectors.toMap(Verdict::address, Function.identity()));
            List<Verdict> verdicts = new ArrayList<>();
            addresses.stream()
                    .distinct()
                    .forEach(address -> Optional.ofNullable(found.get(address)).ifPresent(verdicts::add));
            Object people =
                    session.rows("select count(*) from listed_person").get(0).get(0);
            return new SelectionReading(verdicts, people instanceof Number number ? number.longValue() : 0);
        }
    }

    private static Verdict verdict(List<@Nullable Object> row) {
        Kind kind = Kind.find(String.valueOf(row.get(1))).orElseThrow();
        long members = row.get(2) instanceof Number number ? number.longValue() : 0;
        return new Verdict(
                new Address(String.valueOf(row.get(0))),
                kind,
                switch (kind) {
                    case GROUP -> members;
                    case PERSON, UNKNOWN -> 1;
                    case GUEST, EXCLUDED -> 0;
                });
    }

    /** Those that are groups. */
    public List<Address> groups() {
        return verdicts.stream()
                .filter(verdict -> verdict.kind() == Kind.GROUP)
                .map(Verdict::address)
                .toList();
    }

    /** Whether a run takes so many people. */
    public boolean isOfUsableSize() {
        return people >= FEWEST && people <= MOST;
    }
}
