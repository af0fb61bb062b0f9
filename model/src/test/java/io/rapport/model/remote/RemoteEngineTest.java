package io.rapport.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.run.RunError;
import io.rapport.model.sql.Model;
import io.rapport.model.sql.Models;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemoteEngineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Parameters PARAMETERS = new Parameters(
            DAY, DAY.minusDays(1), ZoneId.of("Asia/Kolkata"), "all@ü.example", true, false, true, false, 7);
    private static final Snapshot SNAPSHOT = new Snapshot(
            9,
            List.of(new LandedFile(
                    Datasets.MESSAGE, Path.of("/lake/a b.parquet"), LandedFile.Kind.CHANGE, 8, "2026-10", 5, 600)));

    private final Far far = new Far();

    @Test
    void the_other_side_hears_what_is_asked() {
        Model model = Models.accountEngagement().get(7);
        try (Session session = engine().open(SNAPSHOT, PARAMETERS)) {
            session.land(LandedRelation.GROUP);
            session.load(RunInput.COMPONENT, Path.of("/tmp/x.jsonl"));
            session.build(model);
            session.write("select 1", Path.of("/tmp/x.parquet"), Format.PARQUET);
        }
        assertThat(far.heard)
                .containsExactly(
                        SNAPSHOT,
                        PARAMETERS,
                        LandedRelation.GROUP,
                        RunInput.COMPONENT,
                        Path.of("/tmp/x.jsonl"),
                        model,
                        "select 1",
                        Path.of("/tmp/x.parquet"),
                        Format.PARQUET);
    }

    @Test
    void rows_come_back_as_they_were() {
        far.rows = List.of(Arrays.asList("ü\n", 1L, 0.5, true, DAY, null), List.of());
        try (Session session = engine().open(SNAPSHOT, PARAMETERS)) {
            assertThat(session.rows("select 1")).isEqualTo(far.rows);
        }
    }

    @Test
    void an_error_of_the_other_side_arrives_with_its_code_and_words() {
        far.failure = new RapportException(RunError.PARENT_CYCLE, "Round and round.");
        try (Session session = engine().open(SNAPSHOT, PARAMETERS)) {
            assertThatThrownBy(() -> session.rows("select 1"))
                    .isInstanceOfSatisfying(
                            RapportException.class,
                            error -> assertThat(error.code().name()).isEqualTo("PARENT_CYCLE"))
                    .hasMessage("Round and round.");
        }
    }

    @Test
    void a_cancel_reaches_the_other_side_while_it_works() {
        try (Session session = engine().open(SNAPSHOT, PARAMETERS)) {
            far.waitsForCancel = true;
            far.onBuild = session::cancel;
            assertThatThrownBy(() -> session.build(Models.accountEngagement().get(0)))
                    .isInstanceOfSatisfying(
                            RapportException.class,
                            error -> assertThat(error.code()).isEqualTo(RunError.RUN_CANCELED));
        }
    }

    @Test
    void a_process_that_is_gone_is_named() {
        try (Session session = engine().open(SNAPSHOT, PARAMETERS)) {
            far.dies = true;
            assertThatThrownBy(() -> session.rows("select 1"))
                    .isInstanceOfSatisfying(
                            RapportException.class,
                            error -> assertThat(error.code()).isEqualTo(RunError.ENGINE_LOST))
                    .hasMessageContaining("ended in the middle of the run: somebody killed it.");
        }
    }

    private Engine engine() {
        return new RemoteEngine("far", () -> new Pipes(far));
    }

    /** Both ends in this process. */
    private static final class Pipes implements EngineProcess {

        private final PipedInputStream answers = new PipedInputStream(1 << 16);
        private final PipedOutputStream questions = new PipedOutputStream();

        Pipes(Far far) {
            try {
                PipedInputStream asked = new PipedInputStream(questions, 1 << 16);
                PipedOutputStream answered = new PipedOutputStream(answers);
                far.connection = answered;
                Thread server = new Thread(() -> {
                    try (answered) {
                        new EngineServer(() -> far, asked, answered).serve();
                    } catch (IOException | InterruptedException ended) {
                        // The test looks at the other end.
                    }
                });
                server.setDaemon(true);
                server.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InputStream answers() {
            return answers;
        }

        @Override
        public OutputStream questions() {
            return questions;
        }

        @Override
        public String end() {
            return "somebody killed it.";
        }

        @Override
        public void close() {
            try {
                questions.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /** The engine on the other side. */
    private static final class Far implements Engine, Session {

        private final List<Object> heard = new ArrayList<>();
        private final CountDownLatch canceled = new CountDownLatch(1);
        private List<List<@Nullable Object>> rows = List.of();
        private @Nullable RapportException failure;
        private boolean waitsForCancel;
        private boolean dies;
        private Runnable onBuild = () -> {};
        private @Nullable OutputStream connection;

        @Override
        public Session open(Snapshot snapshot, Parameters parameters) {
            heard.add(snapshot);
            heard.add(parameters);
            return this;
        }

        @Override
        public String name() {
            return "far";
        }

        @Override
        public void land(LandedRelation relation) {
            heard.add(relation);
        }

        @Override
        public void load(RunInput input, Path lines) {
            heard.add(input);
            heard.add(lines);
        }

        @Override
        public void build(Model model) {
            onBuild.run();
            if (waitsForCancel) {
                try {
                    canceled.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                throw new RapportException(RunError.RUN_CANCELED, "stopped");
            }
            heard.add(model);
        }

        @Override
        public List<List<@Nullable Object>> rows(String select) {
            if (failure != null) {
                throw failure;
            }
            if (dies && connection != null) {
                try {
                    connection.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return rows;
        }

        @Override
        public void write(String select, Path file, Format format) {
            heard.addAll(List.of(select, file, format));
        }

        @Override
        public void cancel() {
            canceled.countDown();
        }

        @Override
        public void close() {}
    }
}
