package io.rapport.bench.source;

/**
 * One email: who sent it, who received it, and in whose mailboxes copies lie. 45 of 100 stay in the house, 25 come from
 * outsiders, 30 go to or come from an account; 2.25 copies each. Reused from email to email; not thread-safe.
 */
final class Email {

    private static final int MOST_PEOPLE = 8;
    private static final int CONVERSATION = 4;

    final int[] recipients = new int[MOST_PEOPLE];
    final int[] mailboxes = new int[MOST_PEOPLE];
    long number;
    int sender;
    int recipientCount;
    int copyCount;

    /** Emails of a conversation follow each other. */
    long conversation() {
        return number / CONVERSATION;
    }

    void become(long number) {
        this.number = number;
        recipientCount = 0;
        copyCount = 0;
        long conversation = conversation();
        double kind = Draw.share(conversation, 1);
        if (kind < 0.45) {
            sender = colleague(number, 2);
            colleagues(colleagueCount(Draw.share(number, 3)), 4);
        } else if (kind < 0.70) {
            sender = Company.outsiderNumber(Draw.uneven(number, 2, Company.OUTSIDERS));
            colleagues(1, 4);
        } else {
            exchangeWithAccount(conversation);
        }
        if (Company.isColleague(sender)) {
            mailboxes[copyCount++] = sender;
        }
        for (int i = 0; i < recipientCount; i++) {
            if (Company.isColleague(recipients[i]) && recipients[i] != sender) {
                mailboxes[copyCount++] = recipients[i];
            }
        }
    }

    /** The same two people take turns. */
    private void exchangeWithAccount(long conversation) {
        int ours = colleague(conversation, 5);
        int contact = Draw.uneven(conversation, 6, Company.CONTACTS);
        int theirs = Company.contactNumber(contact);
        boolean isOurs = number % 2 == 0;
        sender = isOurs ? ours : theirs;
        recipients[recipientCount++] = isOurs ? theirs : ours;
        if (Draw.share(number, 7) < 0.3) {
            add(Company.contactNumber((contact + Company.ACCOUNTS) % Company.CONTACTS));
        }
        if (Draw.share(number, 8) < 0.7) {
            colleagues(1, 9);
        }
    }

    private void colleagues(int count, int of) {
        for (int i = 0; i < count; i++) {
            add(colleague(number * MOST_PEOPLE + i, of));
        }
    }

    private void add(int person) {
        for (int i = 0; i < recipientCount; i++) {
            if (recipients[i] == person) {
                return;
            }
        }
        recipients[recipientCount++] = person;
    }

    private static int colleague(long number, int of) {
        return Draw.uneven(number, of, Company.COLLEAGUES);
    }

    private static int colleagueCount(double share) {
        return share < 0.33 ? 1 : share < 0.60 ? 2 : share < 0.81 ? 3 : share < 0.95 ? 4 : 5;
    }
}
