package io.rapport.bench.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Made-up copies of mail from a company's people to its customers' contacts. A function of its arguments. */
final class SpreadMail {

    private static final int ONE_TO_ALL = 1_000;
    private static final int OF_A_CONVERSATION = 4;
    private static final long FIRST_SECOND =
            Instant.parse("2026-01-05T08:00:00Z").getEpochSecond();
    private static final long SECONDS = 290L * 24 * 3600;
    /** Has no factor in common with the seconds of a day. */
    private static final long STEP = 7_919;

    private final Spread spread;
    private final List<Sender> people;
    private final List<String> contacts;
    private final String everybody;

    /** @param id of the mailbox */
    record Sender(String id, String address) {}

    /**
     * @param people at least one
     * @param contacts addresses, at least one
     */
    SpreadMail(Spread spread, List<Sender> people, List<String> contacts) {
        this.spread = spread;
        this.people = List.copyOf(people);
        this.contacts = List.copyOf(contacts);
        this.everybody =
                people.stream().map(person -> recipient(person.address())).collect(Collectors.joining(","));
    }

    /**
     * Those whom a spec lists, and all contacts.
     *
     * @param spec lists people one a line; its contacts lie beside it
     * @param directory an export of the directory, one person a line
     */
    static SpreadMail of(Spread spread, Path spec, BufferedReader directory) throws IOException {
        Set<String> listed = Files.readAllLines(spec).stream()
                .filter(line -> line.startsWith("  - "))
                .map(line -> line.substring(4).strip())
                .collect(Collectors.toSet());
        JsonMapper json = JsonMapper.builder().build();
        List<Sender> people = new ArrayList<>();
        for (String line = directory.readLine(); line != null; line = directory.readLine()) {
            JsonNode person = json.readTree(line);
            if (listed.contains(person.path("mail").asString(""))) {
                people.add(new Sender(
                        person.get("id").asString(), person.get("mail").asString()));
            }
        }
        List<String> contacts = Files.readAllLines(spec.resolveSibling("contacts.csv")).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .filter(address -> address.indexOf('@') > 0)
                .toList();
        if (people.isEmpty() || contacts.isEmpty()) {
            throw new IllegalStateException("the company has nobody who is listed, or no contacts");
        }
        return new SpreadMail(spread, people, contacts);
    }

    /** @param number from 0 */
    String line(long number) {
        boolean isSkewed = spread == Spread.SKEWED;
        Sender sender = people.get(isSkewed ? 0 : place(number, people.size()));
        String contact = contacts.get(isSkewed ? 0 : place(number, contacts.size()));
        boolean isToAll = isSkewed && number % ONE_TO_ALL == 0;
        String conversation = isSkewed ? "one" : "more-" + number / OF_A_CONVERSATION;
        String sent =
                Instant.ofEpochSecond(FIRST_SECOND + number * STEP % SECONDS).toString();
        return "{\"id\":\"more-" + number + "\",\"puser\":\"" + sender.id() + "\",\"internetMessageId\":\"<more-"
                + number
                + "@contoso.com>\",\"conversationId\":\"" + conversation + "\",\"isDraft\":false,\"sentDateTime\":\""
                + sent
                + "\",\"receivedDateTime\":\"" + sent + "\",\"from\":" + recipient(sender.address()) + ",\"sender\":"
                + recipient(sender.address()) + ",\"toRecipients\":[" + recipient(contact)
                + (isToAll ? "," + everybody : "") + "]}";
    }

    private static int place(long number, int size) {
        return (int) (number % size);
    }

    private static String recipient(String address) {
        return "{\"emailAddress\":{\"name\":\"\",\"address\":\"" + address + "\"}}";
    }
}
