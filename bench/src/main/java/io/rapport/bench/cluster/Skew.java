package io.rapport.bench.cluster;

/** How a tenth of all mail is spread; the rest is the company's. */
public enum Skew {
    /** Over all people and contacts. */
    EVEN,
    /** One person sends all of it. */
    SENDER,
    /** All of it goes to the contacts of one account, in one conversation. */
    ACCOUNT,
    /** One in a thousand goes to everybody, as over a mailing list; the others are spread. */
    LIST;

    public String words() {
        return switch (this) {
            case EVEN -> "evenly";
            case SENDER -> "one sender";
            case ACCOUNT -> "one account, one conversation";
            case LIST -> "with a list of everybody";
        };
    }
}
