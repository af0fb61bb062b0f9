package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.Reply;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** One of the things that are read of a mailbox: its settings, mail, contacts, calendar. Counts what is still open. */
abstract class Section {

    private final MailboxVisit visit;
    private int open;

    Section(MailboxVisit visit) {
        this.visit = visit;
    }

    /**
     * Begins.
     *
     * @param questions takes what is to be asked together with the first questions of other sections
     */
    abstract void begin(BiConsumer<GraphRequest, Reply> questions);

    /** Whether the visit has ended, in whatever way. */
    final boolean isOver() {
        return visit.isOver();
    }

    /** So many more things are open. */
    final void open(int more) {
        open += more;
    }

    /** One thing is done; with the last one, so is a part. */
    final void end(Runnable whenLast) {
        open--;
        if (open == 0 && !visit.isOver()) {
            whenLast.run();
        }
    }

    /** The mailbox can't be read on. */
    final void fail(GraphFailure failure) {
        visit.fail(failure);
    }

    /** All of this section is read. */
    final void finish() {
        visit.end();
    }

    /** An answer that a part needs; all of them have to be there before it is done. */
    abstract static class Part implements Reply {

        private final Section section;
        private final Predicate<GraphFailure> mayFail;
        private final Runnable whenLast;

        Part(Section section, Predicate<GraphFailure> mayFail, Runnable whenLast) {
            this.section = section;
            this.mayFail = mayFail;
            this.whenLast = whenLast;
        }

        abstract void read(Answer answer) throws IOException;

        @Override
        public final void answered(Answer answer) throws IOException {
            if (!section.isOver()) {
                read(answer);
                section.end(whenLast);
            }
        }

        @Override
        public final void failed(GraphFailure failure) {
            if (mayFail.test(failure)) {
                section.end(whenLast);
            } else {
                section.fail(failure);
            }
        }
    }
}
