package io.rapport.simulator.graph.directory;

import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code microsoft.graph.directoryObject}: users and groups in one collection, each written as what it is. */
final class MemberType {

    private static final List<String> OF_BOTH = Stream.of(
                    "mail",
                    "userPrincipalName",
                    "accountEnabled",
                    "userType",
                    "givenName",
                    "surname",
                    "jobTitle",
                    "department",
                    "officeLocation",
                    "proxyAddresses",
                    "businessPhones",
                    "mobilePhone",
                    "preferredLanguage",
                    "usageLocation",
                    "preferredDataLocation",
                    "assignedPlans",
                    "assignedLicenses",
                    "createdDateTime",
                    "deletedDateTime",
                    "groupTypes",
                    "mailEnabled",
                    "securityEnabled",
                    "mailNickname",
                    "visibility",
                    "description")
            .toList();

    static final EntityType<Member> TYPE = EntityType.<Member>named("microsoft.graph.directoryObject")
            .always("id", (json, member) -> json.writeString(member.id()), Member::id)
            .usual("displayName", (json, member) -> json.writeString(member.displayName()), Member::displayName)
            .empty(false, OF_BOTH.toArray(String[]::new))
            .build();

    private MemberType() {}

    static Writing writing(Call call) {
        Set<String> wanted = call.options().select();
        return new Writing(
                UserType.TYPE.select(known(UserType.TYPE, wanted)),
                GroupType.TYPE.select(known(GroupType.TYPE, wanted)),
                call.caller().may(Permission.USER_READ_ALL) || call.caller().may(Permission.DIRECTORY_READ_ALL),
                call.caller().may(Permission.GROUP_READ_ALL) || call.caller().may(Permission.DIRECTORY_READ_ALL));
    }

    private static Set<String> known(EntityType<?> type, Set<String> wanted) {
        Set<String> known = new LinkedHashSet<>(wanted);
        known.removeIf(name -> !type.has(name));
        if (known.isEmpty() && !wanted.isEmpty()) {
            known.add("id");
        }
        return known;
    }

    /**
     * How members are written for a caller: of what he may not read only type and id.
     *
     * @param users of a user
     * @param groups of a group
     * @param isUserReadable whether the caller may read users
     * @param isGroupReadable whether the caller may read groups
     */
    record Writing(
            Selection<DirectoryUser> users,
            Selection<DirectoryGroup> groups,
            boolean isUserReadable,
            boolean isGroupReadable) {

        void writeMembers(JsonGenerator json, Member member) {
            json.writeStringProperty("@odata.type", "#" + member.typeName());
            DirectoryUser user = member.user();
            DirectoryGroup group = member.group();
            if (user != null && isUserReadable) {
                users.writeMembers(json, user);
            } else if (group != null && isGroupReadable) {
                groups.writeMembers(json, group);
            } else {
                json.writeStringProperty("id", member.id());
            }
        }
    }
}
