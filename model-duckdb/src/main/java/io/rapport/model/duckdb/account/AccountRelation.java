package io.rapport.model.duckdb.account;

/**
 * By how many people a relation is held: counts, nobody named.
 *
 * @param events emails and meetings of the year together
 * @param mostOfPerson of these, those in which the listed person took part who took part in the most
 * @param mostOfContact likewise the contact of the account
 * @param newContacts contacts whose first email or meeting of the year lies in the last 60 days
 * @param lostContacts contacts whose last one lies 60 to 149 days back
 */
public record AccountRelation(
        long events, long mostOfPerson, long mostOfContact, long newContacts, long lostContacts) {}
