package io.rapport.simulator.truth;

/**
 * Somebody of an account, as the customer profiles know him or her.
 *
 * @param account index of the account
 * @param contact id of the contact
 */
record AccountSide(int account, String contact) {}
