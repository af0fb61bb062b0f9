package io.rapport.serve.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {

    private static final Person OWNER = new Person("mira", "Mira", Role.ADMINISTRATOR);
    private static final Person OTHER = new Person("ada", "Ada", Role.ADMINISTRATOR);
    private static final Person CONTRIBUTOR = new Person("ben", "Ben", Role.CONTRIBUTOR);
    private static final Person KEY_OF_OWNER = new Person("api-key 1", "API key", Role.ADMINISTRATOR, "mira");
    private static final Person KEY_OF_NOBODY = new Person("api-key 2", "API key", Role.ADMINISTRATOR, "");
    private static final String HERE = "a test";

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private ServeState state;
    private AccessLog log;
    private Approvals approvals;

    @BeforeEach
    void open() {
        state = ServeState.open(StateLocation.file(folder.resolve("rapport.db")));
        log = new AccessLog(state, () -> now);
        approvals = new Approvals(state, () -> now, log);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void whatever_lies_within_an_approval_may_begin_and_days_and_format_are_free() {
        Approval given = approved(wish(List.of("id", "puser", "sentDateTime"), List.of(), null, null, null));
        ExtractWords narrower = new ExtractWords(
                Datasets.MESSAGE,
                "2026-01-01",
                "2026-02-01",
                null,
                List.of("puser", "id"),
                List.of("g1"),
                null,
                "EUR",
                "NAM",
                "parquet");

        assertThat(approvals.require(OWNER, ExtractPlan.of(narrower), HERE)).isEqualTo(given);
        assertThat(approvals.require(KEY_OF_OWNER, ExtractPlan.of(narrower), HERE))
                .isEqualTo(given);
        assertThat(given.expiresAt()).isEqualTo(now.plus(Duration.ofDays(180)));
        assertThat(codes(OTHER, narrower)).containsExactly(ApprovalError.APPROVAL_MISSING);
        assertThat(codes(KEY_OF_NOBODY, narrower)).containsExactly(ApprovalError.APPROVAL_MISSING);
        assertThat(codes(OWNER, ExtractWords.of(Datasets.USER))).containsExactly(ApprovalError.APPROVAL_MISSING);
    }

    @Test
    void all_that_is_missing_is_said_at_once_and_refusals_are_in_the_access_log() {
        approved(wish(List.of("id"), List.of("g1", "g2"), null, "EUR", null));

        NotApproved refused = catchThrowableOfType(
                NotApproved.class,
                () -> approvals.require(
                        OWNER,
                        ExtractPlan.of(wish(List.of("id", "puser", "from"), List.of("g1", "g3"), null, "NAM", "NAM")),
                        HERE));

        assertThat(refused.lacks())
                .extracting(Lack::code)
                .containsExactly(
                        ApprovalError.APPROVAL_COLUMNS,
                        ApprovalError.APPROVAL_SCOPE,
                        ApprovalError.APPROVAL_REGION,
                        ApprovalError.APPROVAL_REGION);
        assertThat(refused.lacks())
                .extracting(Lack::field)
                .containsExactly("columns", "groups", "region", "tenantRegion");
        assertThat(refused.lacks().get(0).text())
                .contains("not approved: from, puser.")
                .contains("Approved: id.");
        assertThat(refused.lacks().get(1).text()).contains("not approved: g3.").contains("Approved: g1, g2.");
        assertThat(log.findLast().orElseThrow().event()).satisfies(event -> {
            assertThat(event.isAllowed()).isFalse();
            assertThat(event.subject()).isEqualTo("extraction of Message_v1");
            assertThat(event.detail()).isEqualTo("APPROVAL_COLUMNS, APPROVAL_SCOPE, APPROVAL_REGION");
        });
    }

    @Test
    void groups_hold_fewer_of_themselves_and_a_filter_itself_alone() {
        approved(wish(List.of(), List.of("g1", "g2"), null, null, null));
        assertThat(codes(OWNER, wish(List.of(), List.of("G2"), null, null, null)))
                .isEmpty();
        assertThat(codes(OWNER, wish(List.of(), List.of(), null, null, null)))
                .containsExactly(ApprovalError.APPROVAL_SCOPE);
        assertThat(codes(OWNER, wish(List.of(), List.of(), "mail eq 'a@b.c'", null, null)))
                .containsExactly(ApprovalError.APPROVAL_SCOPE);

        approved(wish(List.of(), List.of(), "mail eq 'secret@contoso.com' and accountEnabled eq true", null, null));
        assertThat(codes(
                        OWNER,
                        wish(
                                List.of(),
                                List.of(),
                                "( mail  eq 'secret@contoso.com' )  and accountEnabled eq true",
                                null,
                                null)))
                .isEmpty();
        NotApproved refused = catchThrowableOfType(
                NotApproved.class,
                () -> approvals.require(
                        OWNER, ExtractPlan.of(wish(List.of(), List.of(), "department eq 'X'", null, null)), HERE));
        assertThat(refused.lacks()).extracting(Lack::code).containsExactly(ApprovalError.APPROVAL_SCOPE);
        assertThat(refused.lacks().toString()).doesNotContain("secret@contoso.com");
    }

    @Test
    void another_destination_or_another_region_for_mailboxes_without_one_lies_outside() {
        Extent wanted = Extent.of(ExtractPlan.of(wish(List.of("id"), List.of(), null, "EUR", "EUR")));
        Extent elsewhere = new Extent(
                wanted.dataset(), wanted.columns(), wanted.scope(), wanted.region(), wanted.tenantRegion(), "a folder");

        assertThat(wanted.lacks(wanted)).isEmpty();
        assertThat(elsewhere.lacks(wanted)).extracting(Lack::code).containsExactly(ApprovalError.APPROVAL_DESTINATION);
        assertThat(Extent.of(ExtractPlan.of(wish(List.of("id"), List.of(), null, "EUR", null)))
                        .lacks(wanted))
                .extracting(Lack::field)
                .containsExactly("tenantRegion");
        assertThat(wanted.lacks(Extent.of(ExtractPlan.of(wish(List.of("id"), List.of(), null, "EUR", null)))))
                .isEmpty();
        assertThat(wanted.lacks(Extent.of(ExtractPlan.of(wish(List.of("id"), List.of(), null, null, null)))))
                .extracting(Lack::field)
                .containsExactly("region");
    }

    @Test
    void it_is_good_for_180_days_to_the_instant() {
        Approval given = approved(ExtractWords.of(Datasets.MESSAGE));
        Instant given180DaysAgo = now.plus(Duration.ofDays(180));

        now = given180DaysAgo.minusMillis(1);
        assertThat(codes(OWNER, ExtractWords.of(Datasets.MESSAGE))).isEmpty();
        approvals.requireStill(given.id());

        now = given180DaysAgo;
        assertThat(given.standing(now)).isEqualTo(ApprovalState.EXPIRED);
        assertThat(codes(OWNER, ExtractWords.of(Datasets.MESSAGE))).containsExactly(ApprovalError.APPROVAL_EXPIRED);
        assertCode(ApprovalError.APPROVAL_EXPIRED, () -> approvals.requireStill(given.id()));
    }

    @Test
    void nobody_decides_on_what_they_asked_for_nor_does_a_key_of_theirs() {
        Approval asked = approvals.request(OWNER, ExtractWords.of(Datasets.MESSAGE), "load report", HERE);

        assertCode(ApprovalError.APPROVAL_OWN, () -> approvals.approve(asked, OWNER, HERE));
        assertCode(ApprovalError.APPROVAL_OWN, () -> approvals.approve(asked, KEY_OF_OWNER, HERE));
        assertCode(ApprovalError.APPROVAL_OWN, () -> approvals.deny(asked, OWNER, "no", HERE));
        assertCode(ApprovalError.APPROVAL_OWN, () -> approvals.approve(asked, CONTRIBUTOR, HERE));
        assertCode(ApprovalError.APPROVAL_NOBODY, () -> approvals.approve(asked, KEY_OF_NOBODY, HERE));
        assertCode(
                ApprovalError.APPROVAL_NOBODY,
                () -> approvals.request(KEY_OF_NOBODY, ExtractWords.of(Datasets.USER), "x", HERE));
        assertThat(log.findLast().orElseThrow().event().isAllowed()).isFalse();
        Approval given = approvals.approve(asked, OTHER, HERE);
        assertThat(log.findLast().orElseThrow().event().detail()).isEqualTo(asked.id() + "; Message_v1");
        assertCode(ApprovalError.APPROVAL_OWN, () -> approvals.revoke(given, OWNER, "", HERE));
    }

    @Test
    void one_that_is_revoked_before_the_extraction_begins_lets_nothing_begin() {
        Approval given = approved(ExtractWords.of(Datasets.MESSAGE));
        approvals.requireStill(given.id());
        Approval revoked = approvals.revoke(given, OTHER, "Nobody needs it", HERE);

        assertThat(revoked.reason()).isEqualTo("Nobody needs it");
        assertCode(ApprovalError.APPROVAL_REVOKED, () -> approvals.requireStill(given.id()));
        assertCode(ApprovalError.APPROVAL_MISSING, () -> approvals.requireStill(null));
        assertThat(codes(OWNER, ExtractWords.of(Datasets.MESSAGE))).containsExactly(ApprovalError.APPROVAL_REVOKED);
        assertCode(ApprovalError.APPROVAL_DECIDED, () -> approvals.revoke(revoked, OTHER, "", HERE));
    }

    @Test
    void of_two_who_decide_at_once_one_is_told_and_what_waits_is_said() {
        Approval asked = approvals.request(OWNER, ExtractWords.of(Datasets.MESSAGE), " load report ", HERE);
        assertThat(asked.purpose()).isEqualTo("load report");
        assertThat(codes(OWNER, ExtractWords.of(Datasets.MESSAGE))).containsExactly(ApprovalError.APPROVAL_WAITING);
        assertCode(
                ApprovalError.APPROVAL_REQUESTED,
                () -> approvals.request(OWNER, ExtractWords.of(Datasets.MESSAGE), "again", HERE));
        assertCode(
                ApprovalError.APPROVAL_INVALID,
                () -> approvals.request(OWNER, ExtractWords.of(Datasets.USER), "x".repeat(501), HERE));
        assertCode(ApprovalError.APPROVAL_INVALID, () -> approvals.deny(asked, OTHER, " ", HERE));

        Approval denied = approvals.deny(asked, OTHER, "Without addresses is enough", HERE);

        assertThat(denied.edition()).isEqualTo(2);
        assertCode(ApprovalError.APPROVAL_CHANGED, () -> approvals.approve(asked, OTHER, HERE));
        assertCode(ApprovalError.APPROVAL_DECIDED, () -> approvals.approve(denied, OTHER, HERE));
        assertThat(codes(OWNER, ExtractWords.of(Datasets.MESSAGE))).containsExactly(ApprovalError.APPROVAL_DENIED);
    }

    @Test
    void administrators_know_all_and_others_their_own() {
        Approval of = approvals.request(OWNER, ExtractWords.of(Datasets.MESSAGE), "one", HERE);
        Approval own =
                approvals.request(CONTRIBUTOR, wish(List.of("sentDateTime"), List.of(), null, null, null), "two", HERE);

        assertThat(approvals.list(OTHER)).containsExactlyInAnyOrder(of, own);
        assertThat(approvals.list(CONTRIBUTOR)).containsExactly(own);
        assertThat(approvals.find(of.id(), CONTRIBUTOR)).isEmpty();
        assertThat(approvals.find(of.id(), OTHER)).contains(of);
    }

    private Approval approved(ExtractWords words) {
        return approvals.approve(approvals.request(OWNER, words, "load report", HERE), OTHER, HERE);
    }

    private List<ApprovalError> codes(Person who, ExtractWords words) {
        return approvals.standing(who, ExtractPlan.of(words)).lacks().stream()
                .map(Lack::code)
                .toList();
    }

    private static ExtractWords wish(
            List<String> columns,
            List<String> groups,
            @Nullable String filter,
            @Nullable String region,
            @Nullable String tenantRegion) {
        return new ExtractWords(
                Datasets.MESSAGE, null, null, null, columns, groups, filter, region, tenantRegion, null);
    }

    private static void assertCode(ApprovalError code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RapportException.class,
                        error -> assertThat(error.code()).isEqualTo(code));
    }
}
