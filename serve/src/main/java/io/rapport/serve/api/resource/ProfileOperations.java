package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.CONTRIBUTOR;

import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.ProfileVersion;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.profile.VerdictWords;
import java.util.List;

/** Customer profiles: sets of accounts and contacts, counted. */
public final class ProfileOperations {

    private static final String TAG = "Profiles";

    private static final Shape<ProfileVersion> VERSION = Shape.of(
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
            .texts(
                    "remarks",
                    "What people should know of its rows.",
                    version -> version.verdict().findings().stream()
                            .map(VerdictWords::line)
                            .toList())
            .build();

    private static final Shape<ProfileSet> SET = Shape.of(
                    ProfileSet.class, "Profiles", "Customer profiles under a name.")
            .text("id", "Never given again.", ProfileSet::id)
            .text("name", "As specs write it.", ProfileSet::name)
            .time("createdAt", "When they were first brought.", ProfileSet::createdAt)
            .count("additions", "Contacts that were added by hand.", set -> (long) set.additions())
            .many("versions", "The latest first.", VERSION, ProfileSet::versions)
            .build();

    private final Profiles profiles;

    public ProfileOperations(Profiles profiles) {
        this.profiles = profiles;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listProfiles", "/profiles", "Customer profiles, by name.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Profiles")
                        .takes(Paging.parameters())
                        .lists(SET, call -> Paging.part(call, profiles.list(), ProfileSet::id)),
                Draft.get("getProfiles", "/profiles/{profiles}", "Customer profiles with their versions.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Profiles")
                        .takes(Parameter.path("profiles", "Their id."))
                        .answers(
                                SET,
                                call -> profiles.list().stream()
                                        .filter(set -> set.id().equals(call.text("profiles")))
                                        .findFirst()
                                        .orElseThrow(() -> Words.none("customer profiles"))));
    }
}
