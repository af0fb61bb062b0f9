package io.rapport.core.error;

/** A stable code of one room; each room has an enum of them. The name is what logs, pages and the API quote. */
public interface ErrorCode {

    String name();

    Kind kind();

    /** True where the same call may succeed later without anybody changing anything. */
    boolean retryable();
}
