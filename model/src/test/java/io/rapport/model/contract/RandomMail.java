package io.rapport.model.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threads of emails whose copies are scattered, incomplete and at odds with each other. */
final class RandomMail {

    final List<Map<String, @Nullable Object>> messages = new ArrayList<>();

    private final Dice dice;
    private final RandomTimes times;
    private final RandomPeople people;
    private final List<String> mailboxes;

    RandomMail(Dice dice, RandomTimes times, RandomPeople people, List<String> mailboxes) {
        this.dice = dice;
        this.times = times;
        this.people = people;
        this.mailboxes = mailboxes;
        if (dice.percent(8)) {
            return; // only calendars are connected
        }
        int threads = dice.below(9);
        for (int thread = 0; thread < threads; thread++) {
            addThread(thread);
        }
    }

    private void addThread(int thread) {
        Instant time = dice.percent(60) ? times.within() : times.any();
        String ours = people.listed();
        String theirs = people.contact();
        int length = 1 + dice.below(5);
        for (int i = 0; i < length; i++) {
            boolean isOurs = dice.percent(50);
            String sender = dice.percent(88) ? (isOurs ? ours : theirs) : people.any();
            List<String> recipients = new ArrayList<>();
            if (dice.percent(85)) {
                recipients.add(isOurs ? theirs : ours);
            }
            while (dice.percent(45)) {
                recipients.add(people.any());
            }
            addEmail(thread, thread + "." + i, time, sender, recipients);
            time = dice.percent(85) ? times.after(time) : times.any();
        }
    }

    private void addEmail(int thread, String name, Instant time, String sender, List<String> recipients) {
        String messageId = switch (dice.below(8)) {
            case 0 -> null;
            case 1 -> " ";
            case 2 -> " 𝔪" + name + " ";
            case 3 -> "ｍ" + name;
            default -> "<m" + name + "@mail.example>";
        };
        int copies = 1 + dice.below(3);
        for (int i = 0; i < copies; i++) {
            messages.add(copy(thread, messageId, time, sender, recipients));
        }
    }

    private Map<String, @Nullable Object> copy(
            int thread, @Nullable String messageId, Instant time, String sender, List<String> recipients) {
        String mailbox = dice.of(mailboxes);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", dice.of(List.of("", "ｍ", "𝔪")) + messages.size());
        row.put("puser", mailbox);
        dice.put(row, "internetMessageId", messageId);
        dice.put(row, "conversationId", conversation(thread, mailbox));
        Instant late = dice.percent(15) ? time.plusSeconds(dice.below(100_000)) : time;
        dice.put(row, "sentDateTime", dice.percent(12) ? times.none() : times.written(late));
        dice.put(row, "receivedDateTime", dice.percent(25) ? times.none() : times.written(time.plusSeconds(5)));
        boolean isX500 = dice.percent(10);
        dice.put(row, "from", isX500 ? person("/O=CONTOSO/OU=FIRST/CN=ANN") : person(dice.written(sender)));
        dice.put(row, "sender", dice.percent(60) ? null : person(dice.percent(60) ? sender : people.any()));
        List<Object> to = new ArrayList<>();
        List<Object> cc = new ArrayList<>();
        List<Object> bcc = new ArrayList<>();
        for (String recipient : recipients) {
            if (dice.percent(85)) {
                List<Object> where = dice.of(List.of(to, to, cc, bcc));
                where.add(person(dice.written(recipient)));
            }
        }
        if (dice.percent(10)) {
            to.add(person(people.noAddress()));
        }
        dice.put(row, "toRecipients", to);
        dice.put(row, "ccRecipients", cc.isEmpty() ? null : cc);
        dice.put(row, "bccRecipients", bcc.isEmpty() ? null : bcc);
        dice.put(row, "isDraft", dice.percent(8) ? Boolean.TRUE : dice.percent(50) ? Boolean.FALSE : null);
        return row;
    }

    private @Nullable String conversation(int thread, String mailbox) {
        return switch (dice.below(12)) {
            case 0 -> null;
            case 1 -> "thread" + thread % 3;
            default -> exchangeConversation(mailbox, thread % 5);
        };
    }

    /** As Exchange writes it: 00 04 24 00, the mailbox, and 16 bytes that are the same everywhere. */
    static String exchangeConversation(String mailbox, int thread) {
        byte[] bytes = new byte[59];
        bytes[1] = 4;
        bytes[2] = 0x24;
        for (int i = 4; i < 43; i++) {
            bytes[i] = (byte) (mailbox.hashCode() + i);
        }
        for (int i = 43; i < 59; i++) {
            bytes[i] = (byte) (thread * 31 + i);
        }
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static Map<String, @Nullable Object> person(String address) {
        Map<String, @Nullable Object> mailbox = new LinkedHashMap<>();
        mailbox.put("name", "Somebody");
        mailbox.put("address", address);
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("emailAddress", mailbox);
        return person;
    }
}
