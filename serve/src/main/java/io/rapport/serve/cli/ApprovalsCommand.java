package io.rapport.serve.cli;

import io.rapport.serve.api.client.ApiSource;
import io.rapport.serve.api.client.ServerApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people may extract through a server: lists approvals, asks for them and decides on them. */
@Command(
        name = "approvals",
        header = "List, ask for and decide on approvals: which extractions through a server are allowed.",
        synopsisSubcommandLabel = "[list|request|approve|deny|revoke]",
        sortOptions = false,
        description = {
            "An extraction through a server needs an approval by an administrator other than whoever extracts: of the",
            "dataset, its columns, whose rows and which region, for 180 days. On your own home, extract approves itself."
        },
        footer = {
            "",
            "Examples:",
            "  rapport approvals",
            "  rapport approvals request Message_v1 --columns sentDateTime --purpose \"Load report\" --server URL",
            "  rapport approvals approve 0f1e2d3c4b5a",
            "  rapport approvals deny 0f1e2d3c4b5a --reason \"Without addresses is enough\"",
            "  rapport approvals revoke 0f1e2d3c4b5a"
        })
final class ApprovalsCommand extends Question {

    @Mixin
    private Choice choice = new Choice();

    /** Which approvals. */
    static final class Choice {

        @Option(
                names = "--state",
                paramLabel = "STATE",
                description = "Only requested, approved, denied, revoked or expired ones.")
        private String state = "";

        @Option(names = "--dataset", paramLabel = "DATASET", description = "Only of this dataset.")
        private String dataset = "";

        @Option(names = "--limit", paramLabel = "COUNT", description = "How many at most. Default: 20.")
        private int limit = 20;

        void ask(ApiSource api, Console console) {
            ApprovalsView.list(
                    api.list("/approvals", Map.of("state", state, "dataset", dataset), Limit.require(limit)), console);
        }
    }

    @Override
    void ask(ApiSource api, Console console) {
        choice.ask(api, console);
    }

    /** The same, by its name. */
    @Command(
            name = "list",
            header = "List the approvals, the latest first.",
            sortOptions = false,
            footer = {"", "Example:", "  rapport approvals list --state requested"})
    static final class All extends Question {

        @Mixin
        private Choice choice = new Choice();

        @Override
        void ask(ApiSource api, Console console) {
            choice.ask(api, console);
        }
    }

    /** Asks for one. */
    @Command(
            name = "request",
            header = "Ask an administrator to approve an extraction, whatever its days and format.",
            sortOptions = false,
            footer = {
                "",
                "Example:",
                "  rapport approvals request Message_v1 --columns sentDateTime,puser --purpose \"Load report\""
            })
    static final class Request extends Question {

        @Parameters(index = "0", paramLabel = "DATASET", description = "Which one.")
        private String dataset = "";

        @Option(names = "--columns", paramLabel = "NAMES", split = ",", description = "Which columns. Default: all.")
        private List<String> columns = new ArrayList<>();

        @Option(
                names = "--group",
                paramLabel = "ID",
                split = ",",
                description = "Only users of this group; up to 10 times.")
        private List<String> groups = new ArrayList<>();

        @Option(names = "--user-filter", paramLabel = "FILTER", description = "Only users found by this.")
        private @Nullable String userFilter;

        @Option(names = "--region", paramLabel = "REGION", description = "Only mailboxes kept there. Default: all.")
        private @Nullable String region;

        @Option(
                names = "--tenant-region",
                paramLabel = "REGION",
                description = "The region of mailboxes of which the directory says none.")
        private @Nullable String tenantRegion;

        @Option(
                names = "--purpose",
                required = true,
                paramLabel = "TEXT",
                description = "Why it is needed, for whoever decides.")
        private String purpose = "";

        @Override
        void ask(ApiSource api, Console console) {
            Map<String, Object> wish = new LinkedHashMap<>();
            wish.put("dataset", dataset);
            put(wish, "columns", columns);
            put(wish, "groups", groups);
            put(wish, "userFilter", userFilter);
            put(wish, "region", region);
            put(wish, "tenantRegion", tenantRegion);
            wish.put("purpose", purpose);
            ApprovalsView.one(api.post("/approvals", wish), "is asked for; another administrator decides", console);
        }

        private static void put(Map<String, Object> wish, String name, @Nullable Object value) {
            if (value != null && !value.equals(List.of())) {
                wish.put(name, value);
            }
        }
    }

    /** Something that is decided on one. */
    abstract static class Decision extends Question {

        @Parameters(index = "0", paramLabel = "ID", description = "As rapport approvals has it.")
        private String id = "";

        void decide(ApiSource api, String what, String reason, String said, Console console) {
            Map<String, ?> decided = api.post(
                    "/approvals/" + ServerApi.encoded(id) + "/" + what,
                    reason.isEmpty() ? Map.of() : Map.of("reason", reason));
            ApprovalsView.one(decided, said, console);
        }
    }

    /** Lets its owner extract. */
    @Command(
            name = "approve",
            header = "Approve one that somebody else asked for: its owner extracts by it for 180 days.",
            footer = {"", "Example:", "  rapport approvals approve 0f1e2d3c4b5a"})
    static final class Approve extends Decision {

        @Override
        void ask(ApiSource api, Console console) {
            decide(api, "approve", "", "is approved", console);
        }
    }

    /** Says no. */
    @Command(
            name = "deny",
            header = "Deny one that somebody else asked for.",
            footer = {"", "Example:", "  rapport approvals deny 0f1e2d3c4b5a --reason \"Without addresses is enough\""})
    static final class Deny extends Decision {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for whoever asked.")
        private String reason = "";

        @Override
        void ask(ApiSource api, Console console) {
            decide(api, "deny", reason, "is denied", console);
        }
    }

    /** Takes one back. */
    @Command(
            name = "revoke",
            header = "Revoke one of somebody else: nothing begins by it any more.",
            footer = {"", "Example:", "  rapport approvals revoke 0f1e2d3c4b5a"})
    static final class Revoke extends Decision {

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever extracts by it.")
        private String reason = "";

        @Override
        void ask(ApiSource api, Console console) {
            decide(api, "revoke", reason, "is revoked", console);
        }
    }
}
