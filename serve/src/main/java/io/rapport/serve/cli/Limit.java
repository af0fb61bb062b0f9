package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;

/** How much of a list is wanted. */
final class Limit {

    private Limit() {}

    /** @throws RapportException {@link CliError#WRONG_ARGUMENT} where it is less than one */
    static int require(int limit) {
        if (limit < 1) {
            throw new RapportException(CliError.WRONG_ARGUMENT, "--limit is " + limit + "; it is 1 or more.");
        }
        return limit;
    }
}
