package io.rapport.serve.web.enrichment;

import java.util.List;

/**
 * What an administrator is asked to agree to.
 *
 * @param asked who asks, and since when
 * @param standing how it stands, in words
 * @param letter how the asking by mail stands; empty where nobody is asked
 * @param mayAgree whether there is something to agree to
 * @param mayDecline whether it waits for an answer
 * @param mayWithdraw whether consent can be taken back
 */
public record ConsentView(
        String name,
        String output,
        String asked,
        String state,
        String colour,
        String standing,
        String letter,
        List<String> read,
        List<String> shown,
        String meaning,
        boolean mayAgree,
        boolean mayDecline,
        boolean mayWithdraw,
        boolean mayAskAgain) {}
