package io.rapport.simulator.truth;

import java.time.LocalDate;

/**
 * A row of the engagement table.
 *
 * @param accountId in the customer profiles
 * @param level year, month or week
 * @param start first day of the period
 */
public record Period(String accountId, String level, LocalDate start) {}
