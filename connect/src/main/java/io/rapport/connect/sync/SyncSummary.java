package io.rapport.connect.sync;

import io.rapport.connect.mail.MailboxState;
import io.rapport.core.landing.Landing.Landed;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a round did.
 *
 * @param mailboxes by what became of them
 * @param setAside mailboxes that failed or could not be read, by their owners' ids
 * @param messages messages that Graph sent
 * @param older of these, those older than the window, which don't land
 * @param landed rows of all datasets
 * @param rejections why rows could not land, and how many
 * @param requests HTTP requests
 * @param throttled how long Graph had at least one mailbox wait
 * @param length how long the round took
 */
public record SyncSummary(
        Map<MailboxState, Long> mailboxes,
        List<Troubled> setAside,
        long messages,
        long older,
        Landed landed,
        Map<String, Long> rejections,
        long requests,
        Duration throttled,
        Duration length) {

    /**
     * A mailbox that was asked for and could not be read.
     *
     * @param id its owner's object id
     * @param code Microsoft's
     */
    public record Troubled(String id, MailboxState state, String code) {}

    public SyncSummary {
        mailboxes = Map.copyOf(mailboxes);
        setAside = List.copyOf(setAside);
        rejections = Map.copyOf(rejections);
    }
}
