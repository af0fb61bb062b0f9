package io.rapport.serve.access;

import java.util.Optional;

/**
 * What a look at the whole log found.
 *
 * @param entries lines that were looked at
 * @param head hash of the last sound line; whoever keeps it elsewhere notices when lines are cut off at the end
 * @param findBroken number of the first line that is not as it was written, or does not follow the one before
 */
public record ChainCheck(long entries, String head, Optional<Long> findBroken) {

    public boolean isSound() {
        return findBroken.isEmpty();
    }

    /** Goes along the lines, the first one first. */
    static final class Walk {

        private String head = AccessEntry.NOTHING_BEFORE;
        private long entries;
        private Optional<Long> broken = Optional.empty();

        void visit(AccessEntry entry) {
            entries++;
            if (broken.isPresent()) {
                return;
            }
            if (entry.number() != entries || !entry.follows(head)) {
                broken = Optional.of(entry.number());
            } else {
                head = entry.hash();
            }
        }

        ChainCheck result() {
            return new ChainCheck(entries, head, broken);
        }
    }
}
