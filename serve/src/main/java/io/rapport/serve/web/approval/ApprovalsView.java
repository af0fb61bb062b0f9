package io.rapport.serve.web.approval;

import java.util.List;

/**
 * The approvals that the reader may know of.
 *
 * @param waiting those on which somebody has to decide; the oldest first
 * @param decided all others, the latest first
 * @param isAdministrator whether these are everybody's, and not the reader's own alone
 */
public record ApprovalsView(List<Line> waiting, List<Line> decided, boolean isAdministrator) {

    /**
     * An approval.
     *
     * @param what columns and people, in words
     * @param purpose why, in the words of who asked
     * @param state as a word, and
     * @param colour as the class of its colour
     * @param by who asked for it; {@code you} where it is the reader
     * @param when it was asked for, in words
     * @param until until when it is good, in words; empty where it is not
     */
    public record Line(
            String dataset,
            String href,
            String what,
            String purpose,
            String state,
            String colour,
            String by,
            String when,
            String until) {}
}
