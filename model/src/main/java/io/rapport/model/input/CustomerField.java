package io.rapport.model.input;

import java.util.List;
import java.util.Locale;

/** What a column of the customers' files can mean. */
public enum CustomerField {
    ACCOUNT_ID(
            "--id",
            "account id",
            true,
            false,
            List.of(
                    "accountid",
                    "customerid",
                    "id",
                    "accountnumber",
                    "customernumber",
                    "accountno",
                    "companyid",
                    "organizationid",
                    "account",
                    "customer",
                    "number",
                    "key")),
    ACCOUNT_NAME(
            "--name",
            "account name",
            false,
            false,
            List.of(
                    "name",
                    "accountname",
                    "customername",
                    "companyname",
                    "company",
                    "organizationname",
                    "organization",
                    "displayname",
                    "title")),
    PARENT_ID(
            "--parent",
            "parent account id",
            false,
            false,
            List.of("parentid", "parentaccountid", "parentaccount", "parentcustomerid", "parent", "headquartersid")),
    EMAIL(
            "--email",
            "email address",
            true,
            true,
            List.of(
                    "emailaddress",
                    "email",
                    "emailaddress1",
                    "mail",
                    "primaryemail",
                    "workemail",
                    "contactemail",
                    "address",
                    "smtp")),
    CONTACT_ACCOUNT(
            "--account",
            "account id of the contact",
            true,
            true,
            List.of(
                    "accountid",
                    "parentcustomerid",
                    "customerid",
                    "companyid",
                    "organizationid",
                    "accountnumber",
                    "account",
                    "customer",
                    "company")),
    CONTACT_ID(
            "--contact-id",
            "contact id",
            false,
            true,
            List.of("contactid", "contactnumber", "personid", "contact", "id", "number", "key"));

    private final String option;
    private final String words;
    private final boolean isNeeded;
    private final boolean isOfContacts;
    private final List<String> headers;

    CustomerField(String option, String words, boolean isNeeded, boolean isOfContacts, List<String> headers) {
        this.option = option;
        this.words = words;
        this.isNeeded = isNeeded;
        this.isOfContacts = isOfContacts;
        this.headers = headers;
    }

    /** How the command line calls it. */
    public String option() {
        return option;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** Whether there is no reading without it. */
    public boolean isNeeded() {
        return isNeeded;
    }

    /** Whether it stands in the file of contacts; otherwise in that of accounts. */
    public boolean isOfContacts() {
        return isOfContacts;
    }

    /** How well a header's name says this, from 0 to 1. */
    double likeness(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        int place = headers.indexOf(plain);
        if (place >= 0) {
            return 1 - place * 0.02;
        }
        boolean isWithin = headers.stream().anyMatch(word -> word.length() > 3 && plain.contains(word));
        return isWithin ? 0.4 : 0;
    }
}
