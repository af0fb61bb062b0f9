package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.profile.AddedContact;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.PinnedProfiles;
import java.util.List;

/** Contacts that people add by hand to customer profiles: addresses, so that they are for administrators, and in no URL. */
public final class AddedContactOperations {

    private static final String TAG = "Profiles";
    private static final String SUBJECT = "Contacts added by hand";
    private static final String PATH = "/profiles/{profiles}/contacts";
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_ACCOUNT = 400;

    private static final Shape<AddedContact> CONTACT = Shape.of(
                    AddedContact.class, "AddedContact", "A contact that somebody added by hand.")
            .text("address", "In its normal form.", AddedContact::address)
            .text("account", "Id of the account.", AddedContact::accountId)
            .text("accountName", "When it was added; empty where nobody knew.", AddedContact::accountName)
            .time("addedAt", "When.", AddedContact::at)
            .text("addedBy", "Who.", AddedContact::by)
            .build();

    private final Profiles profiles;
    private final ServedRuns runs;
    private final Customers customers;

    public AddedContactOperations(Profiles profiles, ServedRuns runs, Customers customers) {
        this.profiles = profiles;
        this.runs = runs;
        this.customers = customers;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listAddedContacts", PATH, "Contacts that were added by hand, the latest first.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, SUBJECT)
                        .takes(Parameter.path("profiles", "Their id."))
                        .takes(Paging.parameters())
                        .lists(
                                CONTACT,
                                call -> Paging.part(
                                        call,
                                        profiles.added().list(require(call)),
                                        one -> Call.edition(List.of(one.address(), one.accountId())))),
                Draft.post("addContact", PATH, "Adds an address as a contact of an account, from the next run on.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, SUBJECT)
                        .takes(fields())
                        .does(this::add),
                Draft.post("removeContact", PATH + "/remove", "Takes a contact away that was added by hand.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, SUBJECT)
                        .takes(fields())
                        .does(call -> {
                            if (!profiles.added().remove(require(call), call.text("address"), call.text("account"))) {
                                throw Words.none("contact that was added by hand");
                            }
                        }));
    }

    private static List<Parameter> fields() {
        return List.of(
                Parameter.path("profiles", "Their id."),
                Parameter.text("address", "Of the contact.")
                        .atMost(LONGEST_ADDRESS)
                        .inBody()
                        .required(),
                Parameter.text("account", "Id of the account, as a run has it that uses the profiles.")
                        .atMost(LONGEST_ACCOUNT)
                        .inBody()
                        .required());
    }

    private void add(Call call) {
        ProfileSet set = require(call);
        String account = call.text("account");
        String name = runs.outputs().stream()
                .flatMap(output -> runs.findLatest(output).stream())
                .filter(run -> run.run()
                        .request()
                        .findProfiles()
                        .map(PinnedProfiles::name)
                        .filter(set.name()::equals)
                        .isPresent())
                .flatMap(run -> customers.find(run, account).stream())
                .map(customer -> customer.standing().name())
                .findFirst()
                .orElseThrow(
                        () -> new InvalidRequest("account", "No run that uses these profiles has such an account."));
        boolean unused = profiles.added()
                .add(set, call.text("address"), account, name, call.person().displayName());
    }

    private ProfileSet require(Call call) {
        return profiles.list().stream()
                .filter(set -> set.id().equals(call.text("profiles")))
                .findFirst()
                .orElseThrow(() -> Words.none("customer profiles"));
    }
}
