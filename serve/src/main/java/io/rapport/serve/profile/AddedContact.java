package io.rapport.serve.profile;

import java.time.Instant;

/**
 * A contact that somebody added by hand: personal data, for administrators.
 *
 * @param address in its normal form
 * @param accountName of the account when it was added; empty where nobody knew
 * @param by who added it, as people know them
 */
public record AddedContact(String address, String accountId, String accountName, Instant at, String by) {}
