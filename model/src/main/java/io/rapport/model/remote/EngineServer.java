package io.rapport.model.remote;

import io.rapport.core.error.RapportException;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.run.RunError;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The other end: answers what one session is asked, until nobody asks any more. */
public final class EngineServer {

    private static final List<@Nullable Object> END = Fields.of("end");

    private final Supplier<Engine> engine;
    private final DataInputStream questions;
    private final DataOutputStream answers;
    private final BlockingQueue<List<@Nullable Object>> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Session session;

    /** @param engine made when the session opens; what it throws then is the session's answer */
    public EngineServer(Supplier<Engine> engine, InputStream questions, OutputStream answers) {
        this.engine = engine;
        this.questions = new DataInputStream(new BufferedInputStream(questions));
        this.answers = new DataOutputStream(new BufferedOutputStream(answers));
    }

    /** Answers on the calling thread until the questions end; then cancels what is running. */
    public void serve() throws IOException, InterruptedException {
        Thread reader = new Thread(this::read, "questions");
        reader.setDaemon(true);
        reader.start();
        try {
            for (List<@Nullable Object> question = waiting.take(); question != END; question = waiting.take()) {
                Wire.write(answers, answer(question));
                answers.flush();
            }
        } finally {
            Session open = session;
            if (open != null) {
                open.close();
            }
        }
    }

    @SuppressWarnings("unchecked") // A message is a list.
    private void read() {
        try {
            while (true) {
                List<@Nullable Object> question = (List<@Nullable Object>) Objects.requireNonNull(Wire.read(questions));
                if ("cancel".equals(question.get(0))) {
                    cancel();
                } else {
                    waiting.add(question);
                }
            }
        } catch (IOException ended) {
            cancel();
            waiting.add(END);
        }
    }

    private void cancel() {
        Session open = session;
        if (open != null) {
            open.cancel();
        }
    }

    private List<@Nullable Object> answer(List<@Nullable Object> question) {
        try {
            return Fields.of(true, ask(Fields.in(question)));
        } catch (RapportException e) {
            return Fields.of(false, ToldError.fields(e));
        } catch (RuntimeException e) {
            return Fields.of(
                    false,
                    ToldError.fields(new RapportException(
                            RunError.ENGINE_LOST,
                            "The engine failed at \"" + question.get(0) + "\" ("
                                    + e.getClass().getSimpleName() + "). This is a fault of Rapport.",
                            e)));
        }
    }

    private @Nullable Object ask(Fields in) {
        String what = in.text();
        if (what.equals("open")) {
            session =
                    engine.get().open(Messages.snapshot(Fields.in(in.any())), Messages.parameters(Fields.in(in.any())));
            return null;
        }
        Session open = Objects.requireNonNull(session, "no session is open");
        switch (what) {
            case "land" -> open.land(LandedRelation.valueOf(in.text()));
            case "load" -> open.load(RunInput.valueOf(in.text()), Path.of(in.text()));
            case "build" -> open.build(Messages.model(Fields.in(in.any())));
            case "write" -> open.write(in.text(), Path.of(in.text()), Format.valueOf(in.text()));
            case "rows" -> {
                return open.rows(in.text());
            }
            default -> throw new IllegalArgumentException(what);
        }
        return null;
    }
}
