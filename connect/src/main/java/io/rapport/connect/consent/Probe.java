package io.rapport.connect.consent;

import io.rapport.connect.consent.Finding.State;
import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.graph.TokenRoles;
import io.rapport.connect.graph.UrlText;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Tries every permission of a connector with one cheap call, which is the only proof: what a token says of itself is a
 * hint, by which more than is needed is noticed. For the thread of the access; once.
 */
public final class Probe {

    /** Mailboxes tried before it is said that none was found. */
    private static final int MOST_MAILBOXES = 20;

    private final GraphAccess access;
    private final Connector connector;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<Permission> open = new ArrayDeque<>();
    private final Deque<String> mailboxes = new ArrayDeque<>();
    private final LocalDate today;
    private boolean isDirectoryOpen;

    public Probe(GraphAccess access, Connector connector) {
        this.access = access;
        this.connector = connector;
        this.today = LocalDate.ofInstant(access.loop().now(), ZoneOffset.UTC);
    }

    /**
     * The findings, one for each permission that is needed, then those that are too much.
     *
     * @throws io.rapport.core.error.RapportException where there is no token, or no answer
     */
    public List<Finding> run() throws InterruptedException {
        open.addAll(connector.permissions());
        boolean[] isDone = {false};
        Set<String> roles = new TreeSet<>();
        access.tokens().with(token -> {
            roles.addAll(TokenRoles.hint(token));
            next(() -> isDone[0] = true);
        });
        access.loop().runUntil(() -> isDone[0]);
        connector.permissions().forEach(permission -> roles.remove(permission.name()));
        roles.forEach(role -> findings.add(new Finding(
                role,
                State.TOO_MUCH,
                "is not needed by " + connector.title() + ". Take it from the app, or use an app of its own.")));
        return List.copyOf(findings);
    }

    private void next(Runnable done) {
        Permission permission = open.poll();
        if (permission == null) {
            done.run();
            return;
        }
        switch (permission.name()) {
            case "User.Read.All" -> ask(permission, "/users?$select=id,assignedPlans&$top=100", true, () -> next(done));
            case "Group.Read.All" -> ask(permission, "/groups?$select=id&$top=1", false, () -> next(done));
            case "Contacts.Read" -> inMailbox(permission, "/contactFolders?$select=id&$top=1", () -> next(done));
            case "MailboxSettings.Read" -> inMailbox(permission, "/mailboxSettings?$select=timeZone", () -> next(done));
            case "Calendars.ReadBasic.All" ->
                inMailbox(
                        permission,
                        "/calendarView?startDateTime=" + today + "T00:00:00Z&endDateTime=" + today
                                + "T01:00:00Z&$select=id&$top=1",
                        () -> next(done));
            case "Mail.Read", "Mail.ReadBasic.All" ->
                inMailbox(permission, "/mailFolders/inbox/messages?$select=id&$top=1", () -> next(done));
            default -> throw new IllegalStateException("no call tries " + permission.name());
        }
    }

    private void inMailbox(Permission permission, String path, Runnable then) {
        String mailbox = mailboxes.peek();
        if (mailbox == null) {
            found(
                    permission,
                    State.UNKNOWN,
                    isDirectoryOpen
                            ? "could not be tried: no user with a mailbox was found. Try again later."
                            : "could not be tried, because mailboxes are found in the directory. Mend User.Read.All"
                                    + " first.");
            then.run();
        } else {
            ask(permission, "/users/" + UrlText.escaped(mailbox) + path, false, then);
        }
    }

    private void ask(Permission permission, String path, boolean isUsers, Runnable then) {
        GraphRequest request = GraphRequest.of(
                GraphRequest.DIRECTORY, access.client().endpoints().url(path));
        access.client().send(request, new Reply() {
            @Override
            public void answered(Answer answer) throws IOException {
                if (isUsers) {
                    isDirectoryOpen = true;
                    mailboxes.clear();
                    ListPage.read(answer, Probe.this::user);
                }
                found(permission, State.WORKING, permission.why());
                then.run();
            }

            @Override
            public void failed(GraphFailure failure) {
                boolean isNoMailbox =
                        failure.kind() == GraphFailure.Kind.NO_MAILBOX || failure.kind() == GraphFailure.Kind.NOT_FOUND;
                if (isNoMailbox && mailboxes.size() > 0) {
                    mailboxes.remove();
                    inMailbox(permission, path.replaceFirst("^/users/[^/]+", ""), then);
                    return;
                }
                boolean isRefused =
                        failure.kind() == GraphFailure.Kind.DENIED || failure.kind() == GraphFailure.Kind.UNAUTHORIZED;
                found(
                        permission,
                        isRefused ? State.MISSING : State.UNKNOWN,
                        isRefused
                                ? "is missing (" + failure.text() + "). It is needed " + permission.why()
                                        + ". Add it to the app as an application permission, and have an administrator"
                                        + " consent; where a policy restricts the app, wait until it applies."
                                : "could not be tried (" + failure.text() + "). Try again later.");
                then.run();
            }
        });
    }

    private void user(JsonParser parser) {
        @Nullable String id = null;
        boolean hasPlan = false;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("id") && token == JsonToken.VALUE_STRING) {
                id = parser.getString();
            } else if (name.equals("assignedPlans") && token == JsonToken.START_ARRAY) {
                hasPlan = parser.nextToken() != JsonToken.END_ARRAY;
                skipRest(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (id != null && hasPlan && mailboxes.size() < MOST_MAILBOXES) {
            mailboxes.add(id);
        }
    }

    /** To the end of the list that the parser is in. */
    private static void skipRest(JsonParser parser) {
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    private void found(Permission permission, State state, String text) {
        findings.add(new Finding(permission.name(), state, text));
    }
}
