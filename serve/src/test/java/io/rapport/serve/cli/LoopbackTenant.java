package io.rapport.serve.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entra and Graph on this machine, with one mailbox, and secrets wherever Graph may send more than it was asked for. */
final class LoopbackTenant implements AutoCloseable {

    static final String ID = "0f0e0d0c-0000-4000-8000-0000000c0de0";
    static final String CLIENT = "11111111-2222-3333-4444-555555555555";
    static final String TOKEN = "Nightjar-token";

    static final String MIRA = "6f2b1c1e-0000-4000-8000-00000000a001";
    private static final String EVENT =
            "{\"id\":\"e1\",\"iCalUId\":\"uid-1\",\"type\":\"singleInstance\",\"subject\":\"Nightjar\",\"bodyPreview\":\"Nightjar\","
                    + "\"body\":{\"content\":\"Nightjar\"},\"location\":{\"displayName\":\"Nightjar\"},\"categories\":[\"Nightjar\"],"
                    + "\"onlineMeeting\":{\"joinUrl\":\"https://Nightjar\"},\"webLink\":\"https://Nightjar\","
                    + "\"start\":{\"dateTime\":\"2026-11-10T08:00:00.0000000\",\"timeZone\":\"UTC\"},"
                    + "\"end\":{\"dateTime\":\"2026-11-10T09:00:00.0000000\",\"timeZone\":\"UTC\"},"
                    + "\"organizer\":{\"emailAddress\":{\"name\":\"Nightjar\",\"address\":\"mira@contoso.example\"}},"
                    + "\"attendees\":[{\"type\":\"required\",\"emailAddress\":{\"name\":\"Ana Nightjar\","
                    + "\"address\":\"ana@fabrikam.example\"}}]}";
    private static final Pattern PART = Pattern.compile("\"id\":\"(\\d+)\",\"method\":\"GET\",\"url\":\"([^\"]*)\"");

    /** Paths that are refused. */
    final Set<String> refused = Collections.synchronizedSet(new HashSet<>());

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<String> forms = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    LoopbackTenant() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        String sent = new String(body, StandardCharsets.UTF_8);
        Part answer;
        if (path.endsWith("/token")) {
            forms.add(sent);
            answer = sent.contains("Nightjar-secret")
                    ? new Part(200, "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3599}")
                    : new Part(401, "{\"error\":\"invalid_client\",\"error_codes\":[7000215]}");
        } else if (path.endsWith("/openid-configuration")) {
            answer = path.startsWith("/contoso.example/")
                    ? new Part(200, "{\"issuer\":\"" + url() + "/" + ID + "/v2.0\"}")
                    : new Part(400, "{\"error\":\"invalid_tenant\"}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer = new Part(401, error("InvalidAuthenticationToken"));
        } else if (path.equals("/v1.0/$batch")) {
            List<String> parts = new ArrayList<>();
            Matcher matcher = PART.matcher(sent);
            while (matcher.find()) {
                Part part = graph(matcher.group(2));
                parts.add("{\"id\":\"" + matcher.group(1) + "\",\"status\":" + part.status() + ",\"body\":"
                        + part.body() + "}");
            }
            answer = new Part(200, "{\"responses\":[" + String.join(",", parts) + "]}");
        } else {
            answer = graph(path.substring("/v1.0".length()));
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Part(int status, String body) {}

    private Part graph(String path) {
        asked.add(path);
        if (refused.stream().anyMatch(path::startsWith)) {
            return new Part(403, error("Authorization_RequestDenied"));
        }
        String box = "/users/" + MIRA;
        if (path.startsWith("/users?")) {
            return list(
                    "{\"id\":\"" + MIRA + "\",\"mail\":\"mira@contoso.example\",\"accountEnabled\":true,"
                            + "\"aboutMe\":\"Nightjar\",\"assignedPlans\":[{\"service\":\"exchange\",\"capabilityStatus\":\"Enabled\"}]}");
        }
        if (path.startsWith("/organization?")) {
            return list("{\"verifiedDomains\":[{\"name\":\"contoso.onmicrosoft.com\",\"isInitial\":true}]}");
        }
        if (path.startsWith("/groups?")
                || path.startsWith(box + "/contactFolders?")
                || path.startsWith(box + "/contactFolders/contacts-id/childFolders?")) {
            return list("");
        }
        if (path.startsWith(box + "/contactFolders/contacts?")) {
            return new Part(200, "{\"id\":\"contacts-id\",\"displayName\":\"Nightjar\"}");
        }
        if (path.startsWith(box + "/contactFolders/contacts-id/contacts/delta?")) {
            return delta(
                    path,
                    "{\"id\":\"c1\",\"displayName\":\"Nightjar\",\"personalNotes\":\"Nightjar\",\"mobilePhone\":\"Nightjar\","
                            + "\"parentFolderId\":\"contacts-id\",\"createdDateTime\":\"2026-11-10T08:00:00Z\","
                            + "\"emailAddresses\":[{\"name\":\"Nightjar\",\"address\":\"ana@fabrikam.example\"}]}");
        }
        if (path.startsWith(box + "/calendarView/delta?")) {
            return delta(path, EVENT);
        }
        if (path.startsWith(box + "/calendarView?")) {
            return list(EVENT);
        }
        if (path.startsWith(box + "/mailboxSettings")) {
            return new Part(
                    200, "{\"timeZone\":\"UTC\",\"automaticRepliesSetting\":{\"internalReplyMessage\":\"Nightjar\"}}");
        }
        if (path.startsWith(box + "/mailFolders?")) {
            return list(
                    "{\"id\":\"inbox-id\",\"displayName\":\"Nightjar\",\"parentFolderId\":\"root\",\"childFolderCount\":0}");
        }
        if (path.startsWith(box + "/mailFolders/inbox/messages?")) {
            return list("{\"id\":\"m1\"}");
        }
        if (path.startsWith(box + "/mailFolders/inbox-id/messages/delta?")) {
            return delta(
                    path,
                    "{\"id\":\"m1\",\"subject\":\"Nightjar\",\"bodyPreview\":\"Nightjar\",\"body\":{\"content\":\"Nightjar\"},"
                            + "\"receivedDateTime\":\"2026-11-10T08:00:00Z\",\"sentDateTime\":\"2026-11-10T08:00:00Z\","
                            + "\"attachments\":[{\"name\":\"Nightjar.pdf\"}],\"parentFolderId\":\"inbox-id\","
                            + "\"from\":{\"emailAddress\":{\"name\":\"Ana Nightjar\",\"address\":\"ana@fabrikam.example\"}}}");
        }
        return new Part(404, error("ErrorItemNotFound"));
    }

    private static Part list(String object) {
        return new Part(200, "{\"value\":[" + object + "]}");
    }

    /** All that there is the first time, and nothing later. */
    private Part delta(String path, String object) {
        String told = path.contains("$deltatoken=") ? "" : object;
        return new Part(
                200,
                "{\"value\":[" + told + "],\"@odata.deltaLink\":\"" + url() + "/v1.0" + path.replaceFirst("\\?.*", "")
                        + "?$deltatoken=link-1\"}");
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Nightjar\"}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
