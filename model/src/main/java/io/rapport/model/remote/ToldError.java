package io.rapport.model.remote;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;
import io.rapport.core.error.RapportException;
import io.rapport.model.run.RunError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of an error in the engine's process: its enum is not known on this side. */
record ToldError(String name, Kind kind, boolean retryable) implements ErrorCode {

    static List<@Nullable Object> fields(RapportException error) {
        ErrorCode code = error.code();
        return Fields.of(code.name(), code.kind().name(), code.retryable(), error.text());
    }

    static RapportException exception(Fields in) {
        String name = in.text();
        Kind kind = Kind.valueOf(in.text());
        boolean retryable = in.flag();
        ErrorCode code = name.equals(RunError.RUN_CANCELED.name())
                ? RunError.RUN_CANCELED
                : new ToldError(name, kind, retryable);
        return new RapportException(code, in.text());
    }
}
