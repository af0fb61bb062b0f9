package io.rapport.connect.sync;

import io.rapport.connect.mailbox.MailboxState;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Landing.Landed;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a round did.
 *
 * @param mailboxes by what became of them
 * @param setAside mailboxes that failed or could not be read, by their owners' ids
 * @param shut parts of mailboxes that the app is shut out of and reads otherwise: how many, by dataset and Microsoft's
 *     code
 * @param items messages, contacts and events that Graph sent, by what they land as
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
        Map<String, Long> shut,
        Map<Dataset, Long> items,
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
        shut = Map.copyOf(shut);
        items = Map.copyOf(items);
        setAside = List.copyOf(setAside);
        rejections = Map.copyOf(rejections);
    }

    /** Items of one dataset that Graph sent. */
    public long items(Dataset dataset) {
        return items.getOrDefault(dataset, 0L);
    }
}
