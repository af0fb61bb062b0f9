package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.EXPORT;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.lake.retention.PersonCounts;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.erasure.AskedErasure;
import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.PersonErasures;
import io.rapport.serve.erasure.PersonErasures.Asked;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import java.util.List;

/** Erasures of people: who they are stands in what is sent, and in no answer and no URL. */
public final class ErasureOperations {

    private static final String TAG = "Erasure of people";

    private static final Shape<AskedErasure> ERASURE = Shape.of(
                    AskedErasure.class, "PersonErasure", "An erasure of people; says nothing of whom.")
            .count("number", "That of its certificate.", one -> (long) one.number())
            .time("askedAt", "When it was asked for.", AskedErasure::askedAt)
            .text("askedBy", "By whom.", AskedErasure::by)
            .timeOrNull("finishedAt", "Null as long as it is not.", AskedErasure::finishedAt)
            .build();

    private record Part(PersonCounts counts) {}

    private static final Shape<Part> PART = Shape.of(
                    Part.class, "ErasureOfDataset", "What an erasure would do to a dataset.")
            .text(
                    "dataset",
                    "Of which something would change.",
                    one -> one.counts().dataset())
            .count("files", "That hold something of them.", one ->
                    (long) one.counts().files())
            .count("rowsToErase", "That are theirs.", one -> one.counts().ownRows())
            .count(
                    "rowsOfOthersToChange",
                    "That hold their address.",
                    one -> one.counts().othersRows())
            .build();

    private record Preview(Asked asked, List<Part> datasets) {}

    private static final Shape<Preview> PREVIEW = Shape.of(
                    Preview.class, "ErasurePreview", "What an erasure would do; names nobody.")
            .count("people", "That were named.", one -> (long) one.asked().people())
            .count("addresses", "By which the directory knows them.", one ->
                    (long) one.asked().persons().addresses().size())
            .count("ids", "By which the directory knows them.", one ->
                    (long) one.asked().persons().ids().size())
            .many("datasets", "Those of which something would change.", PART, Preview::datasets)
            .build();

    private final PersonErasures erasures;
    private final Certificates certificates;
    private final Workshop workshop;

    public ErasureOperations(PersonErasures erasures, Certificates certificates, Workshop workshop) {
        this.erasures = erasures;
        this.certificates = certificates;
        this.workshop = workshop;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listPersonErasures", "/person-erasures", "Erasures of people, the latest first.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Erasures of people")
                        .takes(Paging.parameters())
                        .lists(
                                ERASURE,
                                call -> Paging.part(call, erasures.list(), one -> String.valueOf(one.number()))),
                Draft.post(
                                "erasePeople",
                                "/person-erasures",
                                "Erases people from the home, for good: their rows, their addresses in rows of others, and"
                                        + " what was made of both. Nothing of them lands again.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, DELETE, "People")
                        .takes(Parameter.texts("people", "Each by an address, or by the object id of the directory.")
                                .required())
                        .begins(JobShapes.JOB, this::erase),
                Draft.post(
                                "previewPersonErasure",
                                "/person-erasures/preview",
                                "What an erasure would do to the lake; does nothing.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Erasures of people: preview")
                        .takes(Parameter.texts("people", "Each by an address, or by the object id of the directory.")
                                .required())
                        .answers(PREVIEW, this::preview),
                Draft.get(
                                "getErasureCertificate",
                                "/person-erasures/{number}/certificate",
                                "What an erasure did, when and by whom; names nobody.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, EXPORT, "Certificate")
                        .takes(Parameter.path("number", "Of the erasure."))
                        .answers(CertificateText.SHAPE, this::certificate));
    }

    private Job erase(Call call) {
        String by = call.person().displayName();
        int number = erasures.request(erasures.ask(call.texts("people")), by);
        Job job = workshop.request(JobKind.PERSON_ERASURE, "certificate " + number, by);
        call.isAt("/jobs/" + job.id());
        return job;
    }

    private Preview preview(Call call) {
        Asked asked = erasures.ask(call.texts("people"));
        return new Preview(asked, erasures.count(asked).stream().map(Part::new).toList());
    }

    private CertificateText certificate(Call call) {
        String number = call.text("number");
        return CertificateText.of(certificates.text(number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0));
    }
}
