package io.rapport.simulator.graph.directory;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Access;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.Changes;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.DeltaQuery;
import io.rapport.simulator.graph.call.Listing;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.http.Answer;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /groups}, and who is in them. */
public final class GroupRoutes {

    private static final Access GROUPS = Access.directory(Permission.GROUP_READ_ALL, Permission.DIRECTORY_READ_ALL);
    private static final Access MEMBERS = Access.directory(
            Permission.GROUP_READ_ALL, Permission.GROUP_MEMBER_READ_ALL, Permission.DIRECTORY_READ_ALL);

    private final Company company;
    private final Listing<DirectoryGroup> listing;
    private final Listing<Member> memberListing;
    private final DeltaQuery delta;
    private final SyncStates syncStates;

    public GroupRoutes(Company company, LinkTokens tokens, Quirks quirks, SyncStates syncStates) {
        this.company = company;
        this.listing = Listing.ofDirectory(GroupType.TYPE, tokens, quirks);
        this.memberListing = Listing.ofDirectory(MemberType.TYPE, tokens, quirks);
        this.delta = DeltaQuery.ofDirectory(tokens, quirks);
        this.syncStates = syncStates;
    }

    public List<Route> all() {
        return List.of(
                Route.get("/groups", GROUPS, 2, this::list),
                Route.get("/groups/delta", GROUPS, 2, this::delta),
                Route.get("/groups/{id}", GROUPS, 1, this::one),
                Route.get("/groups/{id}/members", MEMBERS, 3, call -> members(call, DirectoryGroup::members)),
                Route.get("/groups/{id}/members/user", MEMBERS, 3, call -> users(call, DirectoryGroup::members)),
                Route.get(
                        "/groups/{id}/transitiveMembers",
                        MEMBERS,
                        5,
                        call -> members(call, DirectoryGroup::transitiveMembers)),
                Route.get(
                        "/groups/{id}/transitiveMembers/user",
                        MEMBERS,
                        5,
                        call -> users(call, DirectoryGroup::transitiveMembers)));
    }

    private Answer list(Call call) {
        return listing.answer(
                call, "groups", GroupType.TYPE.select(call.options().select()), this::groups);
    }

    private Answer one(Call call) {
        return CollectionBody.entity(
                call, "groups", GroupType.TYPE.select(call.options().select()), group(call, call.now()));
    }

    private Answer members(Call call, Function<DirectoryGroup, List<Member>> members) {
        group(call, call.now());
        MemberType.Writing writing = MemberType.writing(call);
        return memberListing.answer(
                call,
                "directoryObjects",
                MemberType.TYPE.select(call.options().select()),
                at -> members.apply(group(call, at)),
                writing::writeMembers);
    }

    /** The cast to users. */
    private Answer users(Call call, Function<DirectoryGroup, List<Member>> members) {
        return members(
                call,
                group -> members.apply(group).stream()
                        .filter(member -> member.user() != null)
                        .toList());
    }

    private Answer delta(Call call) {
        List<String> refused = call.options().givenOf("$top", "$orderby", "$count", "$search", "$skip");
        if (!refused.isEmpty()) {
            throw new GraphRefusal(
                    400, "Request_UnsupportedQuery", refused.get(0) + " is not supported for delta queries.");
        }
        return delta.answer(
                call,
                "groups",
                "",
                syncStates.ofDirectory(),
                options -> MembersOnDelta.selection(options),
                this::changes);
    }

    private Changes<MembersOnDelta> changes(QueryOptions options, @Nullable Instant since, Instant at) {
        return new Changes<>(
                groups(at).stream()
                        .map(group -> MembersOnDelta.of(group, since))
                        .filter(group -> since == null || group.isChanged())
                        .toList(),
                List.of());
    }

    private DirectoryGroup group(Call call, Instant at) {
        return company.lists().stream()
                .filter(list -> list.id().equalsIgnoreCase(call.key(0)))
                .map(list -> new DirectoryGroup(list, company, at))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.noResource(call.key(0)));
    }

    private List<DirectoryGroup> groups(Instant at) {
        return company.lists().stream()
                .map(list -> new DirectoryGroup(list, company, at))
                .toList();
    }
}
