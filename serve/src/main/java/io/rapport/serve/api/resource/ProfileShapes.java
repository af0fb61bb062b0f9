package io.rapport.serve.api.resource;

import io.rapport.model.input.CustomerVerdict;
import io.rapport.model.input.MappingGuess;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.ProfileVersion;
import io.rapport.serve.profile.VerdictWords;
import java.util.List;

/** Customer profiles, as the API tells them: counted, nobody named. */
final class ProfileShapes {

    private static final String COLUMNS = "Which column was read as what.";

    static final Shape<ProfileVersion> VERSION = Shape.of(
                    ProfileVersion.class, "ProfileVersion", "What was brought at one time.")
            .count("number", "From 1.", version -> (long) version.number())
            .time("createdAt", "When it was brought.", ProfileVersion::createdAt)
            .count(
                    "accounts",
                    "Different accounts.",
                    version -> version.verdict().accounts())
            .count("contacts", "Rows of contacts.", version -> version.verdict().contactRows())
            .count(
                    "matched",
                    "Contacts with a usable address and an account.",
                    version -> version.verdict().matched())
            .open("columns", COLUMNS, version -> ProfileFields.columns(version.mapping()))
            .texts("remarks", "What people should know of its rows.", version -> remarks(version.verdict()))
            .build();

    static final Shape<ProfileSet> SET = Shape.of(ProfileSet.class, "Profiles", "Customer profiles under a name.")
            .text("id", "Never given again.", ProfileSet::id)
            .text("name", "As specs write it.", ProfileSet::name)
            .time("createdAt", "When they were first brought.", ProfileSet::createdAt)
            .count("additions", "Contacts that were added by hand.", set -> (long) set.additions())
            .many("versions", "The latest first.", VERSION, ProfileSet::versions)
            .build();

    static final Shape<Judged> VERDICT = Shape.of(
                    Judged.class, "ProfileVerdict", "What two files hold, before anything is kept.")
            .text("next", "What keeping them would make.", Judged::next)
            .count("accounts", "Different accounts.", judged -> judged.verdict().accounts())
            .count("contacts", "Rows of contacts.", judged -> judged.verdict().contactRows())
            .count(
                    "matched",
                    "Contacts with a usable address and an account.",
                    judged -> judged.verdict().matched())
            .count(
                    "broken",
                    "Rows that don't fit their header.",
                    judged -> judged.verdict().broken())
            .open(
                    "columns",
                    COLUMNS,
                    judged -> ProfileFields.columns(judged.guess().mapping()))
            .texts(
                    "guesses",
                    "Why, of what was guessed.",
                    judged -> judged.guess().reasons())
            .texts("remarks", "What people should know of their rows.", judged -> remarks(judged.verdict()))
            .build();

    private ProfileShapes() {}

    /** Two files, and how they were understood. */
    record Judged(String next, MappingGuess guess, CustomerVerdict verdict) {}

    private static List<String> remarks(CustomerVerdict verdict) {
        return verdict.findings().stream().map(VerdictWords::line).toList();
    }
}
