package io.rapport.simulator.graph.directory;

import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.texts;
import static io.rapport.simulator.graph.call.JsonValues.time;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.graph.odata.EntityType;
import java.util.List;

/** {@code microsoft.graph.user}: eleven properties by default, the others on {@code $select}. */
final class UserType {

    static final EntityType<DirectoryUser> TYPE = EntityType.<DirectoryUser>named("microsoft.graph.user")
            .usual("businessPhones", (json, user) -> texts(json, List.of()))
            .usual(
                    "displayName",
                    (json, user) -> text(json, user.person().displayName()),
                    user -> user.person().displayName())
            .usual(
                    "givenName",
                    (json, user) -> text(json, user.person().name().given()),
                    user -> user.person().name().given())
            .usual("jobTitle", (json, user) -> text(json, user.jobTitle()), DirectoryUser::jobTitle)
            .usual(
                    "mail",
                    (json, user) -> text(json, user.person().mail()),
                    user -> user.person().mail())
            .empty(true, "mobilePhone")
            .usual(
                    "officeLocation",
                    (json, user) -> text(json, user.person().office().city()),
                    user -> user.person().office().city())
            .empty(true, "preferredLanguage")
            .usual(
                    "surname",
                    (json, user) -> text(json, user.person().name().family()),
                    user -> user.person().name().family())
            .usual(
                    "userPrincipalName",
                    (json, user) -> text(json, user.person().userPrincipalName()),
                    user -> user.person().userPrincipalName())
            .always(
                    "id",
                    (json, user) -> text(json, user.person().id()),
                    user -> user.person().id())
            .onSelect("accountEnabled", (json, user) -> json.writeBoolean(user.isEnabled()), DirectoryUser::isEnabled)
            .onSelect("userType", (json, user) -> text(json, user.userType()), DirectoryUser::userType)
            .onSelect("assignedLicenses", Licences::writeLicences)
            .onSelect("assignedPlans", Licences::writePlans)
            .onSelect("proxyAddresses", (json, user) -> texts(json, user.proxyAddresses()))
            .onSelect(
                    "usageLocation",
                    (json, user) -> text(json, user.person().office().country()),
                    user -> user.person().office().country())
            .onSelect(
                    "preferredDataLocation",
                    (json, user) -> text(json, user.dataLocation()),
                    DirectoryUser::dataLocation)
            .onSelect("department", (json, user) -> text(json, user.department()), DirectoryUser::department)
            .onSelect("createdDateTime", (json, user) -> time(json, user.created()), DirectoryUser::created)
            .onSelect(
                    "city",
                    (json, user) -> text(json, user.person().office().city()),
                    user -> user.person().office().city())
            .onSelect(
                    "country",
                    (json, user) -> text(json, user.person().office().country()),
                    user -> user.person().office().country())
            .onSelect("companyName", (json, user) -> text(json, Company.NAME), user -> Company.NAME)
            .onSelect("mailNickname", (json, user) -> text(json, user.mailNickname()), DirectoryUser::mailNickname)
            .onSelect("creationType", (json, user) -> text(json, user.person().isGuest() ? "Invitation" : null))
            .onSelect(
                    "externalUserState",
                    (json, user) -> text(json, user.person().isGuest() ? "Accepted" : null))
            .onSelect("onPremisesSyncEnabled", (json, user) -> json.writeNull())
            .emptyLists(
                    false,
                    "identities",
                    "imAddresses",
                    "licenseAssignmentStates",
                    "onPremisesProvisioningErrors",
                    "otherMails",
                    "provisionedPlans")
            .empty(
                    false,
                    "deletedDateTime",
                    "ageGroup",
                    "consentProvidedForMinor",
                    "employeeHireDate",
                    "employeeId",
                    "employeeLeaveDateTime",
                    "employeeType",
                    "externalUserStateChangeDateTime",
                    "faxNumber",
                    "isResourceAccount",
                    "lastPasswordChangeDateTime",
                    "legalAgeGroupClassification",
                    "onPremisesDistinguishedName",
                    "onPremisesDomainName",
                    "onPremisesImmutableId",
                    "onPremisesLastSyncDateTime",
                    "onPremisesSamAccountName",
                    "onPremisesSecurityIdentifier",
                    "onPremisesUserPrincipalName",
                    "passwordPolicies",
                    "postalCode",
                    "securityIdentifier",
                    "showInAddressList",
                    "signInSessionsValidFromDateTime",
                    "state",
                    "streetAddress")
            .build();

    private UserType() {}
}
