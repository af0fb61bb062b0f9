package io.rapport.bench.tenant;

import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;
import io.rapport.simulator.http.JsonTree;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all mail of a tenant as a connector asks for it, and throws it away. */
public final class MailReading {

    /**
     * What came.
     *
     * @param mailboxes that could be read
     * @param messages in them, each once
     * @param bytes of the pages that held them
     */
    public record Read(long mailboxes, long messages, long bytes) {

        Read plus(Read other) {
            return new Read(mailboxes + other.mailboxes, messages + other.messages, bytes + other.bytes);
        }
    }

    private static final int LARGEST = 190_000;
    private static final int BEGIN = 4_096;
    private static final Pattern NEXT = Pattern.compile("\"@odata.nextLink\":\"([^\"]+)\"");
    private static final String DELTA =
            "/messages/delta?$select=" + StampedRows.select(Datasets.MESSAGE) + "&$orderby=receivedDateTime%20desc";

    private final TenantAddress address;
    private final String headers;

    private MailReading(TenantAddress address, String token) {
        this.address = address;
        this.headers = "\nAuthorization: Bearer " + token + "\nPrefer: IdType=\"ImmutableId\", odata.maxpagesize=500";
    }

    /**
     * Reads mailboxes, several at a time, each over a connection of its own.
     *
     * @param most how many
     */
    public static Read run(TenantAddress address, int connections, int most) throws IOException {
        MailReading reading = new MailReading(address, token(address));
        List<String> people;
        try (DiscardingConnection connection = new DiscardingConnection(address.graph())) {
            people = reading.people(connection).stream().limit(most).toList();
        }
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Read>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                parts.add(threads.submit(() -> reading.mailboxes(people, next)));
            }
            Read all = new Read(0, 0, 0);
            for (Future<Read> part : parts) {
                all = all.plus(part.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("reading failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static String token(TenantAddress address) throws IOException {
        String form = "grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_id="
                + address.clientId() + "&client_secret="
                + URLEncoder.encode(address.secret(), StandardCharsets.UTF_8);
        try (DiscardingConnection connection = new DiscardingConnection(address.entra())) {
            String head =
                    "POST /" + address.tenant() + "/oauth2/v2.0/token\nContent-Type: application/x-www-form-urlencoded";
            return String.valueOf(object(connection.ask(head, form, LARGEST)).get("access_token"));
        }
    }

    private List<String> people(DiscardingConnection connection) throws IOException {
        List<String> people = new ArrayList<>();
        Optional<String> path = Optional.of(
                "/v1.0/users?$select=id&$top=999&$filter=accountEnabled%20eq%20true%20and%20userType%20eq%20'Member'");
        while (path.isPresent()) {
            DiscardingConnection.Reply page = connection.ask("GET " + path.get() + headers, "", LARGEST);
            values(page).forEach(user -> people.add(String.valueOf(user.get("id"))));
            path = next(page);
        }
        return people;
    }

    private Read mailboxes(List<String> people, AtomicInteger next) throws IOException {
        Read all = new Read(0, 0, 0);
        try (DiscardingConnection connection = new DiscardingConnection(address.graph())) {
            for (int i = next.getAndIncrement(); i < people.size(); i = next.getAndIncrement()) {
                all = all.plus(mailbox(people.get(i), connection));
            }
        }
        return all;
    }

    private Read mailbox(String person, DiscardingConnection connection) throws IOException {
        String folders = "/v1.0/users/" + person + "/mailFolders";
        String options = "?$select=id,totalItemCount,childFolderCount&$top=250";
        DiscardingConnection.Reply top = connection.ask("GET " + folders + options + headers, "", LARGEST);
        if (top.status() == 404) {
            return new Read(0, 0, 0);
        }
        List<Map<String, ?>> all = new ArrayList<>(values(top));
        long messages = 0;
        long bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            String folder = folders + "/" + all.get(i).get("id");
            if (number(all.get(i).get("childFolderCount")) > 0) {
                all.addAll(values(connection.ask("GET " + folder + "/childFolders" + options + headers, "", LARGEST)));
            }
            messages += number(all.get(i).get("totalItemCount"));
            bytes += folder(folder, connection);
        }
        return new Read(1, messages, bytes);
    }

    /** @return bytes of its pages */
    private long folder(String folder, DiscardingConnection connection) throws IOException {
        long bytes = 0;
        Optional<String> path = Optional.of(folder + DELTA);
        while (path.isPresent()) {
            DiscardingConnection.Reply page = connection.ask("GET " + path.get() + headers, "", BEGIN);
            if (page.status() != 200) {
                throw new IOException("a page of messages was answered with " + page.status());
            }
            bytes += page.bytes();
            path = next(page);
        }
        return bytes;
    }

    private Optional<String> next(DiscardingConnection.Reply page) {
        Matcher link = NEXT.matcher(page.begin());
        return link.find()
                ? Optional.of(link.group(1).substring(address.graph().toString().length()))
                : Optional.empty();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static Map<String, ?> object(DiscardingConnection.Reply reply) throws IOException {
        if (reply.status() != 200) {
            throw new IOException("the tenant answered " + reply.status());
        }
        return JsonTree.object(reply.begin().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, ?>> values(DiscardingConnection.Reply reply) throws IOException {
        List<Map<String, ?>> values = new ArrayList<>();
        if (object(reply).get("value") instanceof List<?> list) {
            for (Object each : list) {
                @SuppressWarnings("unchecked") // JSON objects have text for names
                Map<String, ?> one = (Map<String, ?>) each;
                values.add(one);
            }
        }
        return values;
    }
}
