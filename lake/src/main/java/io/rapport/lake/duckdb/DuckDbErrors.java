package io.rapport.lake.duckdb;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns DuckDB's exceptions into Rapport's, without their text: it may quote data. */
public final class DuckDbErrors {

    private static final Set<String> BINDING_KINDS = Set.of("parser error", "binder error", "catalog error");

    private static final Pattern LINE = Pattern.compile("\\nline (\\d{1,5}):");

    private DuckDbErrors() {}

    /** @param doing what failed, as a clause: {@code writing Message_v1} */
    public static RapportException explain(String doing, SQLException error) {
        String text = text(error);
        if (text.startsWith("out of memory")) {
            return new RapportException(
                    text.contains("max_temp_directory_size") || text.contains("offload")
                            ? LakeError.DISK_FULL
                            : LakeError.OUT_OF_MEMORY,
                    doing + " needs more memory, or room to spill, than the engine was given."
                            + " Give it more memory, or free disk space in the home's tmp folder.",
                    stripped(error));
        }
        if (text.contains("no space left on device")) {
            return new RapportException(
                    LakeError.DISK_FULL,
                    doing + " failed: the disk is full. Free some space and run it again.",
                    stripped(error));
        }
        Matcher line = LINE.matcher(text);
        return new RapportException(
                LakeError.ENGINE_FAILED,
                doing + (line.find() ? ", line " + line.group(1) + "," : "") + " failed within the engine ("
                        + kind(text) + ").",
                stripped(error));
    }

    /** The kind of error in DuckDB's words, for example {@code conversion error}. */
    public static String kind(SQLException error) {
        return kind(text(error));
    }

    /**
     * What DuckDB says about a statement that it could not parse or bind, in one line. Such a message quotes the statement
     * and the catalog, never data. Empty for errors of any other kind.
     */
    public static Optional<String> findBindingProblem(SQLException error) {
        String kind = kind(error);
        if (!BINDING_KINDS.contains(kind)) {
            return Optional.empty();
        }
        String message = String.valueOf(error.getMessage()).strip();
        String problem = message.substring(message.indexOf(':') + 1).strip();
        int end = problem.indexOf('\n');
        return Optional.of(end < 0 ? problem : problem.substring(0, end).strip());
    }

    /** The first words of DuckDB's message name the kind of error ("io error"); only those are kept. */
    private static String kind(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        return kind.endsWith(" error") && kind.length() < 40 ? kind : "unknown error";
    }

    private static String text(SQLException error) {
        String text = error.getMessage();
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** The exception's place without its message. */
    private static Throwable stripped(SQLException error) {
        Throwable cause = new IllegalStateException(kind(text(error)));
        cause.setStackTrace(error.getStackTrace());
        return cause;
    }
}
