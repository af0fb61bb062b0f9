package io.rapport.model.remote;

import io.rapport.core.error.RapportException;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.run.RunError;
import io.rapport.model.sql.Model;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session in another process: one question, one answer. */
final class RemoteSession implements Session {

    private final EngineProcess process;
    private final DataInputStream answers;
    private final DataOutputStream questions;
    private volatile boolean isCanceled;

    RemoteSession(EngineProcess process) {
        this.process = process;
        this.answers = new DataInputStream(new BufferedInputStream(process.answers()));
        this.questions = new DataOutputStream(new BufferedOutputStream(process.questions()));
    }

    @Override
    public void land(LandedRelation relation) {
        ask("land", relation.name());
    }

    @Override
    public void load(RunInput input, Path lines) {
        ask("load", input.name(), lines.toAbsolutePath().toString());
    }

    @Override
    public void build(Model model) {
        ask("build", Messages.fields(model));
    }

    @Override
    public List<List<@Nullable Object>> rows(String select) {
        Fields rows = Fields.in(ask("rows", select));
        List<List<@Nullable Object>> found = new ArrayList<>();
        while (rows.hasMore()) {
            Fields row = Fields.in(rows.any());
            List<@Nullable Object> values = new ArrayList<>();
            while (row.hasMore()) {
                values.add(row.any());
            }
            found.add(values);
        }
        return found;
    }

    @Override
    public void write(String select, Path file, Format format) {
        ask("write", select, file.toAbsolutePath().toString(), format.name());
    }

    @Override
    public void cancel() {
        isCanceled = true;
        try {
            send(Fields.of("cancel"));
        } catch (IOException alreadyGone) {
            // Whoever waits for an answer hears of it.
        }
    }

    @Override
    public void close() {
        process.close();
    }

    @Nullable
    Object ask(@Nullable Object... question) {
        try {
            send(Fields.of(question));
            Fields answer = Fields.in(Wire.read(answers));
            if (answer.flag()) {
                return answer.any();
            }
            throw ToldError.exception(Fields.in(answer.any()));
        } catch (IOException gone) {
            throw isCanceled
                    ? new RapportException(
                            RunError.RUN_CANCELED, "The run was stopped before its end; nothing was written.", gone)
                    : new RapportException(
                            RunError.ENGINE_LOST,
                            "The engine's process ended in the middle of the run: " + process.end()
                                    + " Nothing was written. If memory was short, give less with --memory or free some;"
                                    + " then run it again.",
                            gone);
        }
    }

    private synchronized void send(List<@Nullable Object> message) throws IOException {
        Wire.write(questions, message);
        questions.flush();
    }
}
