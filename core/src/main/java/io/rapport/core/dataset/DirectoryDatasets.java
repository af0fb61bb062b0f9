package io.rapport.core.dataset;

import static io.rapport.core.dataset.ColumnType.Scalar.ADDRESS;
import static io.rapport.core.dataset.ColumnType.Scalar.PROXY_ADDRESS;
import static io.rapport.core.dataset.ColumnType.Scalar.WORD;
import static io.rapport.core.dataset.Schema.flag;
import static io.rapport.core.dataset.Schema.instant;
import static io.rapport.core.dataset.Schema.list;
import static io.rapport.core.dataset.Schema.mailboxOwner;
import static io.rapport.core.dataset.Schema.odataType;
import static io.rapport.core.dataset.Schema.struct;
import static io.rapport.core.dataset.Schema.tenant;
import static io.rapport.core.dataset.Schema.text;
import static io.rapport.core.dataset.Schema.word;

import io.rapport.core.dataset.ColumnType.Struct;
import java.util.List;

/** People, groups, their settings and their contacts. The one name that is kept is the directory's own. */
final class DirectoryDatasets {

    static final Dataset CONTACT = new Dataset(
            "Contact_v1",
            "Outlook contacts of a mailbox: addresses and company only",
            List.of("id", "puser"),
            List.of(),
            List.of(
                    text("id", "id of the contact within its mailbox"),
                    text("parentFolderId", "folder in this mailbox"),
                    list(
                            "emailAddresses",
                            new Struct(List.of(Column.of("address", ADDRESS, "an address of the contact"))),
                            "its addresses"),
                    text("companyName", "its company"),
                    instant("createdDateTime", "when it was created"),
                    instant("lastModifiedDateTime", "when it last changed"),
                    odataType(),
                    mailboxOwner(),
                    tenant()));

    static final Dataset USER = new Dataset(
            "User_v1",
            "Directory: users and guests",
            List.of("id"),
            List.of(),
            List.of(
                    text("id", "object id").fallingBackOn("puser"),
                    Column.of("mail", ADDRESS, "primary address"),
                    Column.of("userPrincipalName", ADDRESS, "sign-in name"),
                    list("proxyAddresses", PROXY_ADDRESS, "all mail addresses; SMTP: marks the primary one"),
                    flag("accountEnabled", "may sign in"),
                    word("userType", "Member or Guest"),
                    list(
                            "assignedPlans",
                            new Struct(List.of(
                                    text("service", "the service"), word("capabilityStatus", "Enabled, Warning, …"))),
                            "licensed services"),
                    text("department", "department"),
                    text("jobTitle", "job title"),
                    text("usageLocation", "country"),
                    text("preferredDataLocation", "region of the mailbox"),
                    text("displayName", "name, for the picker of addresses; administrators only"),
                    odataType(),
                    mailboxOwner(),
                    tenant(),
                    list("_addresses", ADDRESS, "mail, sign-in name and mail proxies, each once")));

    static final Dataset GROUP_DETAILS = new Dataset(
            "GroupDetails_v0",
            "Directory: groups",
            List.of("id"),
            List.of(),
            List.of(
                    text("id", "object id").fallingBackOn("pObjectId"),
                    text("displayName", "name of the group"),
                    Column.of("mail", ADDRESS, "primary address"),
                    list("proxyAddresses", PROXY_ADDRESS, "all mail addresses"),
                    list("groupTypes", WORD, "Unified, DynamicMembership"),
                    flag("mailEnabled", "receives mail"),
                    flag("securityEnabled", "grants access"),
                    word("visibility", "who may see its members"),
                    odataType(),
                    text("pObjectId", "object id of the group"),
                    tenant(),
                    list("_addresses", ADDRESS, "mail and mail proxies, each once")));

    static final Dataset GROUP_MEMBERS = new Dataset(
            "GroupMembers_v0",
            "Directory: direct members of groups",
            List.of("pObjectId", "id"),
            List.of(),
            List.of(
                    text("id", "object id of the member"),
                    odataType(),
                    text("pObjectId", "object id of the group").fallingBackOn("puser"),
                    tenant()));

    static final Dataset MAILBOX_SETTINGS = new Dataset(
            "MailboxSettings_v0",
            "Time zone and working hours of a mailbox",
            List.of("puser"),
            List.of(),
            List.of(
                    text("timeZone", "zone name, IANA or Windows"),
                    struct(
                            "workingHours",
                            "when its owner works",
                            list("daysOfWeek", WORD, "working days"),
                            text("startTime", "from, local"),
                            text("endTime", "to, local"),
                            struct("timeZone", "the zone of the hours", text("name", "zone name, IANA or Windows"))),
                    odataType(),
                    mailboxOwner(),
                    tenant()));

    private DirectoryDatasets() {}
}
