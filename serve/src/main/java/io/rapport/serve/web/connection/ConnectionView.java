package io.rapport.serve.web.connection;

import io.rapport.serve.web.job.JobView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection.
 *
 * @param facts what it is, name by name
 * @param findings what became of each permission; empty where nobody has looked
 * @param looked when that was; empty where nobody has
 * @param trouble why no look could be taken; empty otherwise
 * @param mailboxes how many are in which state
 * @param files set aside; of a folder
 * @param job the sync that waits, runs, or ran last
 * @param isTenant whether it is read over Graph
 */
public record ConnectionView(
        String name,
        String connector,
        List<Fact> facts,
        List<Check> findings,
        String looked,
        String trouble,
        List<MailboxLine> mailboxes,
        List<FileLine> files,
        @Nullable JobView job,
        boolean isTenant) {

    /** Something known of it. */
    public record Fact(String name, String value) {}

    /** A permission. */
    public record Check(String permission, String state, String word, String icon, String text) {}

    /** Mailboxes of one state. */
    public record MailboxLine(String state, String colour, String count, String reason) {}

    /** A file that can't be imported. */
    public record FileLine(String path, String reason) {}
}
