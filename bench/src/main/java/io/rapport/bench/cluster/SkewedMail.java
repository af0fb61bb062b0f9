package io.rapport.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Made-up copies of mail from the company's people to its customers' contacts. A function of its arguments. */
final class SkewedMail {

    private static final int ONE_OF_A_LIST = 1_000;
    private static final long SECONDS = 300L * 24 * 3600;

    private final Skew skew;
    private final List<String> people;
    private final List<String> contacts;
    private final String everybody;

    /**
     * @param people addresses
     * @param contacts addresses
     */
    SkewedMail(Skew skew, List<String> people, List<String> contacts) {
        this.skew = skew;
        this.people = people;
        this.contacts = contacts;
        this.everybody = people.stream().map(SkewedMail::person).collect(Collectors.joining(","));
    }

    /** Those whose addresses stand in the spec, and those of the file of contacts. */
    static SkewedMail of(Skew skew, Path spec) throws IOException {
        List<String> people = Files.readAllLines(spec).stream()
                .filter(line -> line.startsWith("  - "))
                .map(line -> line.substring(4).strip())
                .toList();
        List<String> contacts = Files.readAllLines(spec.resolveSibling("contacts.csv")).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .filter(address -> address.indexOf('@') > 0)
                .toList();
        return new SkewedMail(skew, people, contacts);
    }

    String line(long number) {
        String sender = skew == Skew.SENDER ? people.get(0) : people.get(place(number, people.size()));
        String contact = skew == Skew.ACCOUNT ? contacts.get(0) : contacts.get(place(number * 31, contacts.size()));
        boolean isToAll = skew == Skew.LIST && number % ONE_OF_A_LIST == 0;
        String conversation = skew == Skew.ACCOUNT ? "one" : "skew-" + number / 4;
        String sent = java.time.Instant.ofEpochSecond(1_767_600_000L + number * 7919 % SECONDS)
                .toString();
        return "{\"id\":\"skew-" + number + "\",\"puser\":\"" + sender + "\",\"internetMessageId\":\"<skew-" + number
                + "@contoso.com>\",\"conversationId\":\"" + conversation + "\",\"isDraft\":false,\"sentDateTime\":\""
                + sent
                + "\",\"receivedDateTime\":\"" + sent + "\",\"from\":" + person(sender) + ",\"sender\":"
                + person(sender)
                + ",\"toRecipients\":[" + person(contact) + (isToAll ? "," + everybody : "") + "]}";
    }

    private static int place(long number, int size) {
        return (int) (number % size);
    }

    private static String person(String address) {
        return "{\"emailAddress\":{\"name\":\"\",\"address\":\"" + address + "\"}}";
    }
}
