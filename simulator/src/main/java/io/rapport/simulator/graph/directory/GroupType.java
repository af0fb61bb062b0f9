package io.rapport.simulator.graph.directory;

import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.texts;
import static io.rapport.simulator.graph.call.JsonValues.time;

import io.rapport.simulator.graph.odata.EntityType;
import java.util.List;

/** {@code microsoft.graph.group}. */
final class GroupType {

    static final EntityType<DirectoryGroup> TYPE = EntityType.<DirectoryGroup>named("microsoft.graph.group")
            .always(
                    "id",
                    (json, group) -> text(json, group.list().id()),
                    group -> group.list().id())
            .empty(true, "deletedDateTime", "classification")
            .usual(
                    "createdDateTime",
                    (json, group) -> time(json, group.company().begin()),
                    group -> group.company().begin())
            .empty(true, "description")
            .usual(
                    "displayName",
                    (json, group) -> text(json, group.list().party().name()),
                    group -> group.list().party().name())
            .empty(true, "expirationDateTime")
            .usual("groupTypes", (json, group) -> texts(json, group.isUnified() ? List.of("Unified") : List.of()))
            .empty(true, "isAssignableToRole")
            .usual(
                    "mail",
                    (json, group) -> text(json, group.list().party().address()),
                    group -> group.list().party().address())
            .usual("mailEnabled", (json, group) -> json.writeBoolean(true), group -> true)
            .usual("mailNickname", (json, group) -> text(json, group.mailNickname()), DirectoryGroup::mailNickname)
            .empty(
                    true,
                    "membershipRule",
                    "membershipRuleProcessingState",
                    "onPremisesLastSyncDateTime",
                    "onPremisesSecurityIdentifier",
                    "onPremisesSyncEnabled",
                    "preferredDataLocation",
                    "preferredLanguage")
            .usual(
                    "proxyAddresses",
                    (json, group) ->
                            texts(json, List.of("SMTP:" + group.list().party().address())))
            .usual(
                    "renewedDateTime",
                    (json, group) -> time(json, group.company().begin()))
            .emptyLists(true, "onPremisesProvisioningErrors", "resourceBehaviorOptions", "resourceProvisioningOptions")
            .usual(
                    "securityEnabled",
                    (json, group) -> json.writeBoolean(group.isSecurityEnabled()),
                    DirectoryGroup::isSecurityEnabled)
            .empty(true, "securityIdentifier", "theme")
            .usual("visibility", (json, group) -> text(json, group.isUnified() ? "Private" : null))
            .onSelect("members", (json, group) -> texts(json, List.of()))
            .emptyLists(false, "assignedLabels", "assignedLicenses")
            .empty(
                    false,
                    "hasMembersWithLicenseErrors",
                    "onPremisesDomainName",
                    "onPremisesNetBiosName",
                    "onPremisesSamAccountName",
                    "organizationId",
                    "uniqueName")
            .build();

    private GroupType() {}
}
