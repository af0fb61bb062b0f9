package io.rapport.simulator.graph.directory;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Access;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.Changes;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.DeltaQuery;
import io.rapport.simulator.graph.call.Listing;
import io.rapport.simulator.graph.call.People;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /users}. */
public final class UserRoutes {

    static final Access ACCESS = Access.directory(Permission.USER_READ_ALL, Permission.DIRECTORY_READ_ALL);

    private final Company company;
    private final People directory;
    private final Listing<DirectoryUser> listing;
    private final DeltaQuery delta;
    private final SyncStates syncStates;

    public UserRoutes(Company company, People directory, LinkTokens tokens, Quirks quirks, SyncStates syncStates) {
        this.company = company;
        this.directory = directory;
        this.listing = Listing.ofDirectory(UserType.TYPE, tokens, quirks);
        this.delta = DeltaQuery.ofDirectory(tokens, quirks);
        this.syncStates = syncStates;
    }

    public List<Route> all() {
        return List.of(
                Route.get("/users", ACCESS, 2, this::list),
                Route.get("/users/delta", ACCESS, 2, this::delta),
                Route.get("/users/{id}", ACCESS, 1, this::one));
    }

    private Answer list(Call call) {
        return listing.answer(call, "users", UserType.TYPE.select(call.options().select()), this::users);
    }

    private Answer one(Call call) {
        Person person = directory.find(call.key(0), call.now()).orElseThrow(() -> GraphRefusal.noResource(call.key(0)));
        return CollectionBody.entity(
                call, "users", UserType.TYPE.select(call.options().select()), new DirectoryUser(person, call.now()));
    }

    private Answer delta(Call call) {
        List<String> refused = call.options().givenOf("$top", "$orderby", "$count", "$search", "$skip");
        if (!refused.isEmpty()) {
            throw new GraphRefusal(
                    400, "Request_UnsupportedQuery", refused.get(0) + " is not supported for delta queries.");
        }
        return delta.answer(
                call,
                "users",
                "",
                syncStates.ofDirectory(),
                options -> UserType.TYPE.select(options.select()),
                this::changes);
    }

    private Changes<DirectoryUser> changes(QueryOptions options, @Nullable Instant since, Instant at) {
        if (since == null) {
            return new Changes<>(users(at), List.of());
        }
        Selection<DirectoryUser> selection = UserType.TYPE.select(options.select());
        List<DirectoryUser> changed = users(at).stream()
                .filter(user -> user.person().lastChanged(at).isAfter(since))
                .filter(user -> options.select().isEmpty()
                        || !user.person().isInDirectory(since)
                        || isOther(selection, user, since))
                .toList();
        List<Changes.Removed> removed = company.people().stream()
                .filter(person -> person.isInDirectory(since) && !person.isInDirectory(at))
                .map(person -> new Changes.Removed(person.id(), "changed"))
                .toList();
        return new Changes<>(changed, removed);
    }

    /** Whether any of the selected properties is another now. */
    private static boolean isOther(Selection<DirectoryUser> selection, DirectoryUser user, Instant since) {
        return !Arrays.equals(bytes(selection, user), bytes(selection, new DirectoryUser(user.person(), since)));
    }

    private static byte[] bytes(Selection<DirectoryUser> selection, DirectoryUser user) {
        return Json.bytes(json -> {
            json.writeStartObject();
            selection.writeMembers(json, user);
            json.writeEndObject();
        });
    }

    private List<DirectoryUser> users(Instant at) {
        return company.people().stream()
                .filter(person -> person.isInDirectory(at))
                .map(person -> new DirectoryUser(person, at))
                .toList();
    }
}
