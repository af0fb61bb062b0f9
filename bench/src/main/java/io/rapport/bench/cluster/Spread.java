package io.rapport.bench.cluster;

/** How a tenth of all mail is spread; the rest is the company's. */
public enum Spread {
    /** Over all people, contacts and conversations. */
    EVEN,
    /** One person writes all of it to one account in one conversation, and every thousandth email to everybody. */
    SKEWED;

    public String words() {
        return this == EVEN ? "even" : "skewed";
    }
}
