package io.rapport.serve.dataset;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.extract.DatasetExtraction;
import io.rapport.model.extract.ExtractError;
import io.rapport.model.extract.ExtractField;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractPreview;
import io.rapport.model.extract.ExtractProblem;
import io.rapport.model.extract.ExtractWords;
import io.rapport.model.extract.RegionExtract;
import io.rapport.model.extract.Scope;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Extractions that people ask the server for: what is wrong with the wish, what it would deliver, and what rests of it. */
public final class KeptExtractions {

    private final Extractions log;
    private final ExtractionPlace place;
    private final Supplier<Snapshot> snapshots;
    private final DuckDbSettings engine;
    private final Approvals approvals;

    /**
     * @param snapshots what is visible now
     * @param engine for previews
     * @param approvals without one of which nothing is extracted
     */
    public KeptExtractions(
            Extractions log,
            ExtractionPlace place,
            Supplier<Snapshot> snapshots,
            DuckDbSettings engine,
            Approvals approvals) {
        this.log = log;
        this.place = place;
        this.snapshots = snapshots;
        this.engine = engine;
        this.approvals = approvals;
    }

    /**
     * A wish, judged.
     *
     * @param preview what it would deliver; null where nobody looked, or something is wrong
     */
    public record Judged(
            List<ExtractProblem> problems, @Nullable ExtractPreview preview) {}

    /**
     * All that is wrong with a wish, and what it would deliver.
     *
     * @param isCounting whether to look into the lake, where nothing is wrong with the words
     * @param mayBePersonal whether rows may say whose they are
     */
    public Judged judge(ExtractWords words, boolean isCounting, boolean mayBePersonal) {
        List<ExtractProblem> problems = problems(words, mayBePersonal);
        if (!problems.isEmpty() || !isCounting) {
            return new Judged(problems, null);
        }
        ExtractPlan plan = ExtractPlan.of(words);
        try {
            ExtractPreview preview = new DatasetExtraction(engine, JsonText::of).preview(plan, snapshots.get());
            if (!mayBePersonal) {
                tooFew(preview).ifPresent(why -> problems.add(new ExtractProblem(ExtractField.FROM, why)));
            }
            return new Judged(problems, preview);
        } catch (RapportException refused) {
            if (refused.code() == ExtractError.EXTRACT_REGION) {
                return new Judged(List.of(new ExtractProblem(ExtractField.REGION, refused.text())), null);
            }
            if (refused.code() == ExtractError.EXTRACT_SCOPE) {
                ExtractField field =
                        plan.scope() instanceof Scope.Groups ? ExtractField.GROUPS : ExtractField.USER_FILTER;
                return new Judged(List.of(new ExtractProblem(field, refused.text())), null);
            }
            throw refused;
        }
    }

    /** All that is wrong with the words of a wish, without a look into the lake. */
    public static List<ExtractProblem> problems(ExtractWords words, boolean mayBePersonal) {
        List<ExtractProblem> problems = new ArrayList<>(ExtractPlan.problems(words));
        if (!mayBePersonal) {
            problems.addAll(personal(words));
        }
        return problems;
    }

    /**
     * Notes the wish, where it is approved; a job has to begin it.
     *
     * @param where {@code in the browser}, or what else
     * @return its id
     * @throws io.rapport.serve.approval.NotApproved with everything that is missing
     */
    public String request(ExtractWords words, Person who, String where) {
        ExtractPlan plan = ExtractPlan.of(words);
        boolean isPersonal = who.role().mayActAs(Role.ADMINISTRATOR);
        Approval approval = approvals.require(who, plan, where);
        String id = log.newId();
        approvals.noteUse(who, approval, id, where);
        log.request(
                id,
                plan.dataset().name(),
                AskedText.of(plan),
                place.folder(id),
                "asked for " + where + " by "
                        + (isPersonal ? "an administrator" : "a contributor, without personal data")
                        + ", approval " + approval.id(),
                approval.id(),
                ExtractWordsText.of(words),
                who.displayName(),
                isPersonal);
        return id;
    }

    /** What was asked for; empty once the files are deleted. */
    public Optional<ExtractWords> findWords(Extraction extraction) {
        return Optional.ofNullable(extraction.words()).map(ExtractWordsText::read);
    }

    public ExtractionPlace place() {
        return place;
    }

    public Extractions log() {
        return log;
    }

    /** Deletes the files; the line in the log stays. */
    public void delete(String id) {
        new KeptFiles(log, place).delete(id);
    }

    /** What was not finished is of no use to anybody. */
    public void tidy(String id) {
        place.deleteUnfinished(id);
    }

    private static List<ExtractProblem> personal(ExtractWords words) {
        List<ExtractProblem> problems = new ArrayList<>();
        List<String> free = FreeColumns.of(words.dataset()).stream()
                .map(column -> column.name())
                .toList();
        if (words.columns().isEmpty() || !free.containsAll(words.columns())) {
            problems.add(new ExtractProblem(
                    ExtractField.COLUMNS, "Columns that may say who somebody is are for administrators."));
        }
        if (!words.groups().isEmpty() || words.userFilter() != null) {
            problems.add(new ExtractProblem(
                    ExtractField.USER_FILTER, "Whose rows are delivered is for administrators to choose."));
        }
        if (words.region() != null && !"all".equalsIgnoreCase(words.region())) {
            problems.add(new ExtractProblem(ExtractField.REGION, "One region alone is for administrators to choose."));
        }
        return problems;
    }

    private static Optional<String> tooFew(ExtractPreview preview) {
        long fewest = preview.regions().stream()
                .mapToLong(RegionExtract::mailboxes)
                .filter(mailboxes -> mailboxes > 0)
                .min()
                .orElse(FreeColumns.LEAST_MAILBOXES);
        return fewest >= FreeColumns.LEAST_MAILBOXES
                ? Optional.empty()
                : Optional.of("There are not enough people: rows of fewer than " + FreeColumns.LEAST_MAILBOXES
                        + " mailboxes in a region are for administrators. Take a longer range.");
    }
}
