package io.rapport.serve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    StateLocation location() {
        return StateLocation.file(folder.resolve("rapport.db"));
    }

    @Test
    void each_line_vouches_for_the_one_before() {
        AccessLog log = log();
        log.add(event("Mira", AccessAction.VIEW));
        log.add(event("Ana \uD83C\uDF3B İ", AccessAction.EXPORT));

        ChainCheck check = log.check();

        assertThat(check.isSound()).isTrue();
        assertThat(check.entries()).isEqualTo(2);
        assertThat(check.head()).isEqualTo(log.findLast().orElseThrow().hash());
    }

    @Test
    void nothing_is_changed_or_deleted_through_the_database() {
        ServeState state = ServeState.open(location());
        new AccessLog(state, () -> NOON).add(event("Mira", AccessAction.VIEW));

        assertThatThrownBy(() -> state.run(
                        db -> db.sql("update access_log set person_name = 'x'").update()))
                .isInstanceOf(RapportException.class);
        assertThatThrownBy(
                        () -> state.run(db -> db.sql("delete from access_log").update()))
                .isInstanceOf(RapportException.class);
    }

    @Test
    void a_line_that_was_changed_is_named() {
        ServeState state = ServeState.open(location());
        AccessLog log = new AccessLog(state, () -> NOON);
        for (int i = 0; i < 5; i++) {
            log.add(event("Person " + i, AccessAction.VIEW));
        }
        tamper(state);

        assertThat(log.check().findBroken()).hasValue(3L);
    }

    @Test
    void writers_at_once_leave_no_gap() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AccessLog mine = log();
            threads.add(new Thread(() -> {
                for (int n = 0; n < 10; n++) {
                    mine.add(event("Mira", AccessAction.VIEW));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(log().check())
                .matches(ChainCheck::isSound)
                .extracting(ChainCheck::entries)
                .isEqualTo(40L);
    }

    @Test
    void finds_what_somebody_did() {
        AccessLog log = log();
        log.add(event("Mira 100%", AccessAction.VIEW));
        log.add(event("Ana", AccessAction.EXPORT));
        log.add(event("Mira 100%", AccessAction.EXPORT));

        assertThat(log.list(Long.MAX_VALUE, "mira 100%", Optional.of(AccessAction.EXPORT), 10))
                .extracting(AccessEntry::number)
                .containsExactly(3L);
        assertThat(log.list(3, "", Optional.empty(), 1))
                .extracting(AccessEntry::number)
                .containsExactly(2L);
        assertThat(log.list(Long.MAX_VALUE, "%", Optional.empty(), 10)).hasSize(2);
    }

    /** As somebody with the database in hand can. */
    void tamper(ServeState state) {
        state.run(db -> db.sql("drop trigger access_log_no_update").update());
        state.run(db -> db.sql("update access_log set subject = 'Nothing' where number = 3")
                .update());
    }

    private AccessLog log() {
        return new AccessLog(ServeState.open(location()), () -> NOON);
    }

    private static AccessEvent event(String who, AccessAction action) {
        return new AccessEvent("id-1", who, "Administrator", action, "Home", "", "127.0.0.1", true);
    }
}
