package io.rapport.simulator.company;

/**
 * A made-up name.
 *
 * @param given first; of a shared mailbox the whole name
 * @param family last; empty for a shared mailbox
 */
public record PersonName(String given, String family) {

    public String display() {
        return family.isEmpty() ? given : given + " " + family;
    }
}
