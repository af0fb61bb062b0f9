package io.rapport.simulator.company;

/**
 * When an entry of the directory comes, goes, and can be read. Times are seconds since 1970; {@link Long#MAX_VALUE} is
 * never.
 *
 * @param joinedSecond first moment
 * @param leftSecond moment of leaving; a guest is taken out of the directory then
 * @param isKept whether the directory keeps the entry after that
 * @param place what there is while somebody is present
 */
public record MailboxLife(long joinedSecond, long leftSecond, boolean isKept, MailboxState place) {

    private static final long LICENCE_AFTER_LEAVING = 30L * 86_400;

    /** Whether mail is delivered to it and sent from it: at a second between joining and leaving. */
    public boolean isPresent(long second) {
        return second >= joinedSecond && second < leftSecond;
    }

    boolean isKnown(long second) {
        return second >= joinedSecond && (isKept || second < leftSecond);
    }

    boolean isLicensed(long second) {
        return second >= joinedSecond && place != MailboxState.NONE && second < licenceEnd();
    }

    MailboxState state(long second) {
        return place == MailboxState.ACTIVE && second >= licenceEnd() ? MailboxState.SOFT_DELETED : place;
    }

    long lastChanged(long second) {
        if (second >= licenceEnd()) {
            return licenceEnd();
        }
        return second >= leftSecond ? leftSecond : joinedSecond;
    }

    private long licenceEnd() {
        return leftSecond == Long.MAX_VALUE ? Long.MAX_VALUE : leftSecond + LICENCE_AFTER_LEAVING;
    }
}
