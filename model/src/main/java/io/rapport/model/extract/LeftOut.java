package io.rapport.model.extract;

/**
 * A user whose mailbox yields nothing.
 *
 * @param userId object id
 * @param reason in words
 * @param rows how many rows of the user's would else have been delivered
 */
public record LeftOut(String userId, String reason, long rows) {}
