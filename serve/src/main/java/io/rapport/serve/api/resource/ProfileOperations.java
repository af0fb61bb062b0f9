package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.CONTRIBUTOR;

import io.rapport.model.input.MappingGuess;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.ProfileUploads.Upload;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.profile.Profiles.BrokenRows;
import java.util.List;
import java.util.function.Function;

/** Customer profiles: sets of accounts and contacts, counted; brought, and taken away. */
public final class ProfileOperations {

    private static final String TAG = "Profiles";
    private static final String LEAVE_OUT = "leaveOutBroken";
    private static final Parameter ID = Parameter.path("profiles", "Their id.");

    private final Profiles profiles;
    private final ProfileUploads uploads;

    public ProfileOperations(Profiles profiles, ProfileUploads uploads) {
        this.profiles = profiles;
        this.uploads = uploads;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listProfiles", "/profiles", "Customer profiles, by name.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Profiles")
                        .takes(Paging.parameters())
                        .lists(ProfileShapes.SET, call -> Paging.part(call, profiles.list(), ProfileSet::id)),
                Draft.get("getProfiles", "/profiles/{profiles}", "Customer profiles with their versions.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Profiles")
                        .takes(ID)
                        .answers(ProfileShapes.SET, this::require),
                Draft.post("importProfiles", "/profiles", "Brings two files as new profiles, or as their next version.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Profiles")
                        .takes(ProfileFields.parameters())
                        .takes(Parameter.flag(
                                        LEAVE_OUT,
                                        "Leave out rows that don't fit the header, also where they are more than 1 %.")
                                .inPart())
                        .makes(ProfileShapes.SET, this::bring),
                Draft.post("judgeProfiles", "/profiles/verdict", "Says what two files hold, and keeps nothing.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Contacts of an upload")
                        .takes(ProfileFields.parameters())
                        .answers(ProfileShapes.VERDICT, this::judge),
                Draft.delete("removeProfiles", "/profiles/{profiles}", "Removes them with all their versions.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, DELETE, "Profiles")
                        .takes(ID)
                        .does(call -> profiles.remove(require(call))));
    }

    private ProfileSet require(Call call) {
        return profiles.list().stream()
                .filter(set -> set.id().equals(call.text("profiles")))
                .findFirst()
                .orElseThrow(() -> Words.none("customer profiles"));
    }

    private ProfileSet bring(Call call) {
        return received(call, upload -> {
            MappingGuess guess = ProfileFields.require(call, upload.files(), profiles);
            ProfileSet set = profiles.add(
                    upload.name(),
                    upload.files(),
                    guess.mapping(),
                    call.is(LEAVE_OUT) ? BrokenRows.LEAVE_OUT : BrokenRows.REFUSE_MANY,
                    call.person().displayName());
            call.isAt("/profiles/" + set.id());
            return set;
        });
    }

    private ProfileShapes.Judged judge(Call call) {
        return received(call, upload -> {
            MappingGuess guess = ProfileFields.require(call, upload.files(), profiles);
            return new ProfileShapes.Judged(
                    profiles.next(upload.name()),
                    guess,
                    profiles.preview(upload.files(), guess.mapping()).verdict());
        });
    }

    /** What was sent lies in the home as long as somebody looks at it. */
    private <T> T received(Call call, Function<Upload, T> work) {
        Upload upload =
                uploads.receive(call.text("name"), call.file("accounts")::writeTo, call.file("contacts")::writeTo);
        try {
            return work.apply(upload);
        } finally {
            uploads.drop(upload);
        }
    }
}
