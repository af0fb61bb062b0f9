package io.rapport.serve.approval;

import io.rapport.core.error.RapportException;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.state.ServeState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The approvals, and what follows from them. Whoever asked for one never decides on it, nor does a key that they made. What
 * is asked for, decided and refused is in the access log. Thread-safe.
 */
public final class Approvals {

    /** How long one is good, from the moment of its approval on. */
    public static final Duration VALID = Duration.ofDays(180);

    /** Characters of a purpose or a reason. */
    public static final int LONGEST_TEXT = 500;

    private final ApprovalTable table;
    private final InstantSource instants;
    private final AccessLog access;

    public Approvals(ServeState state, InstantSource instants, AccessLog access) {
        this.table = new ApprovalTable(state);
        this.instants = instants;
        this.access = access;
    }

    /** Those that somebody may know of, the latest first: all for administrators, their own for others. */
    public List<Approval> list(Person reader) {
        return table.list().stream().filter(one -> isFor(reader, one)).toList();
    }

    /** One that somebody may know of. */
    public Optional<Approval> find(String id, Person reader) {
        return table.find(id).filter(one -> isFor(reader, one));
    }

    private static boolean isFor(Person reader, Approval one) {
        return reader.role().mayActAs(Role.ADMINISTRATOR) || one.ownerId().equals(reader.actsFor());
    }

    /** Whether somebody can decide on one, as far as who they are goes. */
    public static boolean mayDecide(Person person, Approval one) {
        return person.role().mayActAs(Role.ADMINISTRATOR)
                && !person.actsFor().isEmpty()
                && !person.actsFor().equals(one.ownerId());
    }

    /** Why a purpose can't be one; empty where it can. */
    public static Optional<String> findPurposeProblem(String purpose) {
        return findProblem(purpose, "Say what it is for");
    }

    private static Optional<String> findProblem(String text, String wish) {
        String said = text.strip();
        boolean isText = !said.isEmpty()
                && said.length() <= LONGEST_TEXT
                && said.chars().noneMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\r');
        return isText
                ? Optional.empty()
                : Optional.of(wish + ", in 1 to " + LONGEST_TEXT + " characters that can be seen.");
    }

    /**
     * Asks for an approval of an extraction, whatever its days and format.
     *
     * @param from where it is asked for, as the access log shall have it
     * @throws RapportException {@link ApprovalError#APPROVAL_INVALID}, {@link ApprovalError#APPROVAL_NOBODY},
     *     {@link ApprovalError#APPROVAL_REQUESTED}, or where the words are no extraction
     */
    public Approval request(Person owner, ExtractWords words, String purpose, String from) {
        Extent extent = Extent.of(ExtractPlan.of(words));
        requireSomebody(owner);
        findPurposeProblem(purpose).ifPresent(Approvals::refuseText);
        table.list().stream()
                .filter(one -> one.decided() == ApprovalState.REQUESTED
                        && one.ownerId().equals(owner.actsFor())
                        && one.extent().equals(extent))
                .findFirst()
                .ifPresent(one -> {
                    throw new RapportException(
                            ApprovalError.APPROVAL_REQUESTED,
                            "Just that was asked for already: " + one.id()
                                    + ". It waits for an administrator other than you.");
                });
        Approval made = ApprovalTable.draft(owner, extent, purpose.strip(), now());
        note(owner, AccessAction.CHANGE, "approval asked for", made.id() + "; " + extent.dataset(), from, true);
        table.add(made);
        return made;
    }

    /**
     * Lets the owner extract by it, {@link #VALID} from now on.
     *
     * @param seen as whoever decides has read it
     * @throws RapportException {@link ApprovalError#APPROVAL_OWN}, {@link ApprovalError#APPROVAL_DECIDED},
     *     {@link ApprovalError#APPROVAL_CHANGED}
     */
    public Approval approve(Approval seen, Person by, String from) {
        requireOther(seen, by, "approve", from);
        requireStanding(seen, ApprovalState.REQUESTED);
        note(
                by,
                AccessAction.CHANGE,
                "approval given",
                seen.id() + "; " + seen.extent().dataset(),
                from,
                true);
        Instant now = now();
        return changed(seen, table.decide(seen, ApprovalState.APPROVED, by, now, now.plus(VALID), ""));
    }

    /** As {@link #approve}, and says no. @throws RapportException also {@link ApprovalError#APPROVAL_INVALID} */
    public Approval deny(Approval seen, Person by, String reason, String from) {
        requireOther(seen, by, "deny", from);
        requireStanding(seen, ApprovalState.REQUESTED);
        findProblem(reason, "Say why it is denied").ifPresent(Approvals::refuseText);
        note(
                by,
                AccessAction.CHANGE,
                "approval denied",
                seen.id() + "; " + seen.extent().dataset(),
                from,
                true);
        return changed(seen, table.decide(seen, ApprovalState.DENIED, by, now(), null, reason.strip()));
    }

    /** Takes back one that was given: nothing begins by it from now on. @throws RapportException as {@link #approve} */
    public Approval revoke(Approval seen, Person by, String reason, String from) {
        requireOther(seen, by, "revoke", from);
        requireStanding(seen, ApprovalState.APPROVED);
        if (!reason.isBlank()) {
            findProblem(reason, "Say why it is revoked").ifPresent(Approvals::refuseText);
        }
        note(
                by,
                AccessAction.CHANGE,
                "approval revoked",
                seen.id() + "; " + seen.extent().dataset(),
                from,
                true);
        return changed(seen, table.revoke(seen, by, now(), reason.strip()));
    }

    /** How an extraction stands to the approvals of whoever wants it. */
    public Standing standing(Person who, ExtractPlan plan) {
        Extent wanted = Extent.of(plan);
        Instant now = now();
        return table.list().stream()
                .filter(one -> !who.actsFor().isEmpty()
                        && one.ownerId().equals(who.actsFor())
                        && one.extent().dataset().equals(plan.dataset()))
                .map(one -> new Standing(one, one.lacks(wanted, now)))
                .min(Comparator.comparingInt(standing -> standing.lacks().size()))
                .orElseGet(() -> new Standing(
                        null,
                        List.of(new Lack(
                                ApprovalError.APPROVAL_MISSING,
                                "dataset",
                                "No extraction of " + plan.dataset() + " is approved for you."))));
    }

    /**
     * The approval by which an extraction may begin.
     *
     * @throws NotApproved with everything that is missing
     */
    public Approval require(Person who, ExtractPlan plan, String from) {
        Standing standing = standing(who, plan);
        return standing.findApproved().orElseThrow(() -> {
            String codes = standing.lacks().stream()
                    .map(lack -> lack.code().name())
                    .distinct()
                    .collect(Collectors.joining(", "));
            note(who, AccessAction.EXPORT, "extraction of " + plan.dataset(), codes, from, false);
            return new NotApproved(standing.lacks());
        });
    }

    /** Writes down that an extraction was asked for by an approval, before it is. */
    public void noteUse(Person who, Approval approval, String extraction, String from) {
        note(
                who,
                AccessAction.EXPORT,
                "extraction of " + approval.extent().dataset(),
                extraction + "; approval " + approval.id(),
                from,
                true);
    }

    /**
     * Looks again when an extraction begins, or goes on, whether its approval is still good.
     *
     * @param id of the approval by which it was asked for; null where that was before there were any
     * @throws RapportException {@link ApprovalError#APPROVAL_MISSING}, {@link ApprovalError#APPROVAL_REVOKED},
     *     {@link ApprovalError#APPROVAL_EXPIRED}
     */
    public void requireStill(@org.jspecify.annotations.Nullable String id) {
        Approval approval = Optional.ofNullable(id)
                .flatMap(table::find)
                .orElseThrow(() -> new RapportException(
                        ApprovalError.APPROVAL_MISSING,
                        "It was asked for before extractions needed an approval. Ask for it again."));
        approval.lacks(approval.extent(), now()).stream().findFirst().ifPresent(lack -> {
            throw new RapportException(
                    lack.code(), lack.text() + " Nothing was extracted: ask for another approval, then extract again.");
        });
    }

    private Approval changed(Approval seen, boolean isDone) {
        if (!isDone) {
            throw new RapportException(
                    ApprovalError.APPROVAL_CHANGED,
                    "Somebody else decided on the approval " + seen.id()
                            + " in the meantime. Look at it as it is now.");
        }
        return table.find(seen.id()).orElseThrow();
    }

    private void requireStanding(Approval seen, ApprovalState wanted) {
        if (seen.decided() != wanted) {
            throw new RapportException(
                    ApprovalError.APPROVAL_DECIDED,
                    "The approval " + seen.id() + " is "
                            + seen.standing(now()).name().toLowerCase(java.util.Locale.ROOT) + ", so that it can't be "
                            + (wanted == ApprovalState.APPROVED ? "revoked." : "decided on any more."));
        }
    }

    private void requireOther(Approval seen, Person by, String what, String from) {
        requireSomebody(by);
        if (!mayDecide(by, seen)) {
            note(
                    by,
                    AccessAction.CHANGE,
                    "approval: " + what,
                    seen.id() + "; " + seen.extent().dataset(),
                    from,
                    false);
            throw new RapportException(
                    ApprovalError.APPROVAL_OWN,
                    "Nobody decides on what they asked for themselves, nor does a key that they made. An administrator"
                            + " other than whoever asked can " + what + " " + seen.id() + ".");
        }
    }

    private static void requireSomebody(Person person) {
        if (person.actsFor().isEmpty()) {
            throw new RapportException(
                    ApprovalError.APPROVAL_NOBODY,
                    "Of this key nobody noted who made it, so that nobody answers for what it asks or decides. Make a new"
                            + " one.");
        }
    }

    private static void refuseText(String problem) {
        throw new RapportException(ApprovalError.APPROVAL_INVALID, problem);
    }

    private void note(Person who, AccessAction action, String subject, String detail, String from, boolean isAllowed) {
        access.add(new AccessEvent(
                who.id(), who.displayName(), who.role().word(), action, subject, detail, from, isAllowed));
    }

    /** As the database keeps it. */
    private Instant now() {
        return Instant.ofEpochMilli(instants.millis());
    }
}
