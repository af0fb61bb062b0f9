package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerField;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.MappingGuess;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.profile.ProfileError;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.profile.Profiles.BrokenRows;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the customer profiles. */
@Command(
        name = "profiles",
        header = "List the customer profiles: named sets of accounts and contacts, with their versions.",
        sortOptions = false,
        description = {
            "A spec names one of them with profiles: NAME, in place of contacts and accounts; a run uses the latest version."
        },
        footer = {
            "",
            "Examples:",
            "  rapport profiles",
            "  rapport profiles import Customers --accounts accounts.csv --contacts contacts.csv",
            "  rapport profiles remove Customers"
        })
final class ProfilesCommand implements Task, ServedTask {

    private static final String BY = "the command line";

    @Override
    public void run(Session session) {
        List<ProfileSet> sets =
                session.home().isInUse() ? session.openProfiles().list() : List.of();
        ProfilesView.list(sets, session.console());
    }

    @Override
    public void run(Session session, ServerApi server) {
        ServedProfiles.list(server, session.console());
    }

    /** Brings two files as a new set, or as the next version of one. */
    @Command(
            name = "import",
            header = "Bring accounts and contacts as customer profiles, or as their next version.",
            sortOptions = false,
            description = {
                "CSV with a header; commas, semicolons or tabs; UTF-8, or UTF-16 with a byte order mark. A column that is",
                "not named is guessed, by its name and by what the first rows hold; the answer says how. Only the columns",
                "that are named or guessed are kept."
            },
            footer = {
                "",
                "Examples:",
                "  rapport profiles import Customers --accounts accounts.csv --contacts contacts.csv",
                "  rapport profiles import Customers --accounts a.csv --contacts c.csv --id Key --account CompanyKey"
            })
    static final class Import implements Task, ServedTask {

        @Parameters(index = "0", paramLabel = "NAME", description = "What they are called.")
        private String name = "";

        @Option(names = "--accounts", required = true, paramLabel = "FILE", description = "The accounts: one row each.")
        private Path accounts = Path.of("");

        @Option(names = "--contacts", required = true, paramLabel = "FILE", description = "Their contacts.")
        private Path contacts = Path.of("");

        @Option(names = "--id", paramLabel = "COLUMN", description = "Of accounts: the account's id.")
        private @Nullable String id;

        @Option(names = "--name", paramLabel = "COLUMN", description = "Of accounts: its name.")
        private @Nullable String accountName;

        @Option(names = "--parent", paramLabel = "COLUMN", description = "Of accounts: its parent's id.")
        private @Nullable String parent;

        @Option(names = "--email", paramLabel = "COLUMN", description = "Of contacts: the email address.")
        private @Nullable String email;

        @Option(names = "--account", paramLabel = "COLUMN", description = "Of contacts: the account's id.")
        private @Nullable String account;

        @Option(names = "--contact-id", paramLabel = "COLUMN", description = "Of contacts: the contact's id.")
        private @Nullable String contactId;

        @Option(
                names = "--leave-out-broken",
                description = "Leave out rows that don't fit the header, also where they are more than 1 %% of all.")
        private boolean leavesOutBroken;

        @Override
        public void run(Session session) {
            CustomerFiles files = CustomerFiles.at(accounts, contacts);
            MappingGuess guess = MappingGuess.of(files, named());
            if (!guess.missing().isEmpty()) {
                throw new RapportException(ProfileError.PROFILE_MAPPING, unguessed(guess, files));
            }
            Profiles profiles = session.createProfiles();
            ProfileSet set = profiles.add(
                    name, files, guess.mapping(), leavesOutBroken ? BrokenRows.LEAVE_OUT : BrokenRows.REFUSE_MANY, BY);
            ProfilesView.imported(set, files, guess, session.console());
        }

        @Override
        public void run(Session session, ServerApi server) {
            ServedProfiles.bring(
                    server, name, CustomerFiles.at(accounts, contacts), named(), leavesOutBroken, session.console());
        }

        private CustomerMapping named() {
            CustomerMapping mapping = CustomerMapping.NONE;
            mapping = with(mapping, CustomerField.ACCOUNT_ID, id);
            mapping = with(mapping, CustomerField.ACCOUNT_NAME, accountName);
            mapping = with(mapping, CustomerField.PARENT_ID, parent);
            mapping = with(mapping, CustomerField.EMAIL, email);
            mapping = with(mapping, CustomerField.CONTACT_ACCOUNT, account);
            return with(mapping, CustomerField.CONTACT_ID, contactId);
        }

        private static CustomerMapping with(CustomerMapping mapping, CustomerField field, @Nullable String column) {
            return column == null ? mapping : mapping.with(field, column);
        }

        private static String unguessed(MappingGuess guess, CustomerFiles files) {
            return guess.missing().stream()
                    .map(field -> {
                        boolean isOfContacts = field.isOfContacts();
                        List<String> columns = isOfContacts ? guess.contactColumns() : guess.accountColumns();
                        Path file = isOfContacts ? files.contactsName() : files.accountsName();
                        return "Which column of " + file + " is the " + field.words() + " can't be guessed. Pass "
                                + field.option() + " with one of: " + String.join(", ", columns) + ".";
                    })
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Forgets a set. */
    @Command(
            name = "remove",
            header = "Remove customer profiles: all their versions, and the contacts that were added by hand.",
            description = "Tables of earlier runs stay. Specs that name them can't be run any more.",
            footer = {"", "Example:", "  rapport profiles remove Customers"})
    static final class Remove implements Task, ServedTask {

        @Parameters(index = "0", paramLabel = "NAME", description = "What they are called.")
        private String name = "";

        @Override
        public void run(Session session, ServerApi server) {
            ServedProfiles.remove(server, name, session.console());
        }

        @Override
        public void run(Session session) {
            session.requireHomeInUse();
            Profiles profiles = session.openProfiles();
            ProfileSet set = profiles.require(name);
            profiles.remove(set);
            session.console()
                    .line(set.name() + " is removed: "
                            + Words.many(set.versions().size(), "version") + ", "
                            + Words.many(set.additions(), "contact") + " added by hand");
        }
    }
}
