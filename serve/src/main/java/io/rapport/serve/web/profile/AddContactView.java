package io.rapport.serve.web.profile;

import java.util.List;

/**
 * The form that adds a contact by hand.
 *
 * @param name of the profile set
 * @param href its address
 * @param action where the form goes
 * @param back where somebody came from
 * @param domain whose emails belong to nobody yet; empty for any
 * @param address as it was typed
 * @param search for an account, as it was typed
 * @param problem what was wrong; empty for nothing
 * @param accounts that were found
 * @param more how many more there are, in words; empty for none
 */
public record AddContactView(
        String name,
        String href,
        String action,
        String back,
        String output,
        String domain,
        String address,
        String search,
        String problem,
        List<Choice> accounts,
        String more) {

    /** An account to choose. */
    public record Choice(String id, String name, boolean isChosen) {}
}
