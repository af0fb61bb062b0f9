package io.rapport.simulator.company;

/**
 * Somebody who writes or is written to, under one of his or her addresses.
 *
 * @param kind what the index counts
 * @param index of the person, list or account contact; the account of a newsletter's desk; -1 for strangers
 * @param name as mail shows it
 * @param address one address
 */
public record Party(Kind kind, int index, String name, String address) {

    /** Who it may be. */
    public enum Kind {
        /** A person or shared mailbox of the company, under an address of the tenant: mail to it is delivered. */
        PERSON,
        /** A person of the company, under a private address that the directory doesn't know. */
        PRIVATE,
        /** A mailing list of the company. */
        LIST,
        /** Somebody at a customer. */
        CONTACT,
        /** An address from which a customer sends newsletters. */
        DESK,
        /** Anybody else outside. */
        STRANGER
    }
}
