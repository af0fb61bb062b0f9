package io.rapport.connect.directory;

import io.rapport.connect.ConnectError;
import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.graph.UrlText;
import io.rapport.connect.row.Rejection;
import io.rapport.connect.row.Rereads;
import io.rapport.connect.row.RowReader.Outcome;
import io.rapport.connect.row.RowSink;
import io.rapport.connect.row.SeenKeys;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;

/**
 * Reads users, and perhaps groups and direct members, one after the other, and takes out what the tenant no longer has. For the
 * loop's thread; once.
 */
public final class DirectoryReading {

    private static final int PAGE = 999;

    private final GraphClient client;
    private final String tenant;
    private final boolean withGroups;
    private final Selection selection;
    private final Landing landing;
    private final Predicate<Row> erased;
    private final RowSink sink;
    private final Consumer<Directory> done;
    private final StampedRows users;
    private final StampedRows groups;
    private final SeenKeys seenUsers = new SeenKeys();
    private final SeenKeys seenGroups = new SeenKeys();
    private final MemberReading members;
    private final GroupTree tree = new GroupTree();
    private final Rereads rereads = new Rereads();
    /** By id: a page may be read twice, and an object stand on two pages. */
    private final Map<String, Person> people = new LinkedHashMap<>();

    private final Set<String> filtered = new HashSet<>();

    /** @param withGroups whether groups and their members are read too; without them none is taken out */
    public DirectoryReading(
            GraphClient client,
            String tenant,
            boolean withGroups,
            Selection selection,
            Landing landing,
            RowSink sink,
            Consumer<Directory> done) {
        this.client = client;
        this.tenant = tenant;
        this.withGroups = withGroups;
        this.selection = selection;
        this.landing = landing;
        this.erased = landing.erasedUsers();
        this.sink = sink;
        this.done = done;
        this.users = new StampedRows(ListPage.JSON, Datasets.USER, "#microsoft.graph.user", tenant);
        this.groups = new StampedRows(ListPage.JSON, Datasets.GROUP_DETAILS, "#microsoft.graph.group", tenant);
        this.members = new MemberReading(client, tenant, sink, tree, selection.needsMembers());
    }

    /** Begins; failures come out of the loop as {@link RapportException}s. */
    public void start() {
        list(
                path("/users", Datasets.USER),
                "users",
                "User.Read.All",
                this::user,
                withGroups ? this::readGroups : this::filter);
    }

    private void readGroups() {
        list(
                path("/groups", Datasets.GROUP_DETAILS),
                "groups",
                "Group.Read.All",
                this::group,
                () -> members.whenDone(this::filter));
    }

    private static String path(String list, Dataset dataset) {
        return list + "?$select=" + StampedRows.select(dataset) + "&$top=" + PAGE;
    }

    private void user(JsonParser parser) {
        Outcome outcome = users.read(parser);
        String id = users.text(Datasets.USER.index("id"));
        if (outcome != Outcome.ROW || id.isEmpty()) {
            unreadable(outcome, users, id, seenUsers);
            return;
        }
        users.row().set(Datasets.USER.index("puser"), id);
        seenUsers.add(List.of(id));
        if (!erased.test(users.row())) {
            people.put(id, People.of(users.row(), !selection.mailboxes().isEmpty()));
        }
        sink.add(users.row());
    }

    private void group(JsonParser parser) {
        Outcome outcome = groups.read(parser);
        String id = groups.text(Datasets.GROUP_DETAILS.index("id"));
        if (outcome != Outcome.ROW || id.isEmpty()) {
            unreadable(outcome, groups, id, seenGroups);
            return;
        }
        groups.row().set(Datasets.GROUP_DETAILS.index("pObjectId"), id);
        if (!seenGroups.contains(List.of(id))) {
            seenGroups.add(List.of(id));
            tree.group(id, selection.needsMembers() ? People.addresses(groups.row()) : List.of());
            members.of(id);
        }
        sink.add(groups.row());
    }

    /** Whose object can't be read is there all the same: the row that is known of it stays. */
    private void unreadable(Outcome outcome, StampedRows rows, String id, SeenKeys seen) {
        rereads.add(new Rejection(
                rows.row().dataset(),
                "",
                outcome == Outcome.REJECTED ? rows.reason() : "an object of the directory has no id"));
        if (!id.isEmpty()) {
            seen.add(List.of(id));
        }
    }

    /** Graph itself knows whom a filter names. */
    private void filter() {
        if (selection.findFilter().isEmpty()) {
            finish();
            return;
        }
        String path = "/users?$select=id&$count=true&$top=" + PAGE + "&$filter="
                + UrlText.escaped(selection.findFilter().get());
        GraphRequest request = GraphRequest.of(
                        GraphRequest.DIRECTORY, client.endpoints().url(path))
                .advanced();
        client.send(
                request,
                new Pages(
                        request,
                        "the users that the filter names",
                        "User.Read.All",
                        parser -> filtered.add(MemberReading.member(parser).id()),
                        this::finish));
    }

    private void finish() {
        removeUnseen(Datasets.USER, seenUsers);
        if (withGroups) {
            removeUnseen(Datasets.GROUP_DETAILS, seenGroups);
            landing.eachKey(Datasets.GROUP_MEMBERS, "ptenant", tenant, key -> {
                if (members.isGone(key)) {
                    sink.remove(Datasets.GROUP_MEMBERS, key);
                }
            });
        }
        done.accept(new Directory(List.copyOf(people.values()), named(), tree.membersOf(selection.excludedGroups())));
    }

    private Set<String> named() {
        Set<String> named = new HashSet<>(filtered);
        named.addAll(tree.membersOf(selection.groups()));
        Set<String> addresses = new HashSet<>(selection.mailboxes());
        people.values().stream()
                .filter(person -> person.addresses().stream().anyMatch(addresses::contains))
                .forEach(person -> named.add(person.id()));
        return named;
    }

    private void removeUnseen(Dataset dataset, SeenKeys seen) {
        landing.eachKey(dataset, "ptenant", tenant, key -> {
            if (!seen.contains(key)) {
                sink.remove(dataset, key);
            }
        });
    }

    private void list(String path, String what, String permission, ListPage.Objects objects, Runnable then) {
        GraphRequest request =
                GraphRequest.of(GraphRequest.DIRECTORY, client.endpoints().url(path));
        client.send(request, new Pages(request, what, permission, objects, then));
    }

    /** Reads page after page. */
    private final class Pages implements Reply {

        private final GraphRequest request;
        private final String what;
        private final String permission;
        private final ListPage.Objects objects;
        private final Runnable then;

        Pages(GraphRequest request, String what, String permission, ListPage.Objects objects, Runnable then) {
            this.request = request;
            this.what = what;
            this.permission = permission;
            this.objects = objects;
            this.then = then;
        }

        @Override
        public void answered(Answer answer) throws IOException {
            ListPage page = ListPage.read(answer, objects);
            rereads.end(sink);
            page.findNext()
                    .map(client.endpoints()::follow)
                    .ifPresentOrElse(next -> client.send(request.at(next), this), then);
        }

        @Override
        public void failed(GraphFailure failure) {
            throw explain(failure, what, permission);
        }
    }

    private static RapportException explain(GraphFailure failure, String what, String permission) {
        return switch (failure.kind()) {
            case DENIED, UNAUTHORIZED ->
                new RapportException(
                        ConnectError.GRAPH_DENIED,
                        "Graph answered " + failure.text() + " for " + what + ": the app lacks " + permission
                                + ", or an administrator's consent to it. Grant it in Entra, then: rapport doctor.");
            case THROTTLED ->
                new RapportException(
                        ConnectError.GRAPH_THROTTLED,
                        "Graph went on asking to wait (" + failure.text() + ") for " + what
                                + ". What was read has landed; a later sync goes on from there.");
            case UNAVAILABLE ->
                new RapportException(
                        ConnectError.GRAPH_UNREACHABLE,
                        "Graph gave nothing usable (" + failure.text() + ") for " + what
                                + ", again and again. What was read has landed; a later sync goes on from there.");
            default ->
                new RapportException(
                        ConnectError.GRAPH_ANSWER, "Graph answered " + failure.text() + " for " + what + ".");
        };
    }
}
