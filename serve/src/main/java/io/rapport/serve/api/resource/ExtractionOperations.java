package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.EXPORT;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.CONTRIBUTOR;

import io.rapport.core.error.RapportException;
import io.rapport.model.extract.ExtractManifest;
import io.rapport.model.extract.ExtractWords;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.FileAnswer;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.RefusedRequest;
import io.rapport.serve.approval.ApprovalError;
import io.rapport.serve.approval.NotApproved;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.job.Workshop;
import java.util.List;

/** Extractions: asked for, looked after, downloaded, deleted. */
public final class ExtractionOperations {

    private static final String TAG = "Extractions";
    private static final Parameter ID = Parameter.path("extraction", "Id of the extraction.");

    private final KeptExtractions kept;
    private final KnownExtractions known;
    private final Workshop workshop;

    public ExtractionOperations(KeptExtractions kept, KnownExtractions known, Workshop workshop) {
        this.kept = kept;
        this.known = known;
        this.workshop = workshop;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listExtractions", "/extractions", "Extractions of the server, the latest first.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Extractions")
                        .takes(Parameter.text("dataset", "Only of this dataset."))
                        .takes(Paging.parameters())
                        .lists(
                                ExtractionShapes.EXTRACTION,
                                call -> Paging.part(
                                        call,
                                        known.list(call),
                                        one -> one.extraction().id())),
                Draft.post("createExtraction", "/extractions", "Extracts a dataset into files that rest in the home.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, EXPORT, "Extraction: asked for")
                        .takes(ExtractRequestFields.parameters())
                        .begins(ExtractionShapes.EXTRACTION, this::create),
                Draft.get(
                                "getExtraction",
                                "/extractions/{extraction}",
                                "An extraction, and what can be downloaded of it.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Extraction")
                        .takes(ID)
                        .answers(ExtractionShapes.EXTRACTION, call -> known.tell(known.require(call))),
                Draft.post("cancelExtraction", "/extractions/{extraction}/cancel", "Stops it; nothing of it is kept.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, CHANGE, "Extraction: canceled")
                        .takes(ID)
                        .begins(ExtractionShapes.EXTRACTION, this::cancel),
                Draft.delete(
                                "deleteExtraction",
                                "/extractions/{extraction}",
                                "Deletes its files; its line in the list stays.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, DELETE, "Extraction")
                        .takes(ID)
                        .does(this::delete),
                Draft.get(
                                "getExtractionFile",
                                "/extractions/{extraction}/files/{region}/{file}",
                                "A file that the manifest names, or the manifest.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, EXPORT, "Extraction: file")
                        .takes(
                                ID,
                                Parameter.path("region", "As the extraction names it."),
                                Parameter.path("file", "As the extraction names it, or manifest.json."))
                        .sends("*/*", this::file),
                Draft.get(
                                "getLeftOut",
                                "/extractions/{extraction}/left-out",
                                "Who was left out and why, by object ids.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, EXPORT, "Extraction: who was left out")
                        .takes(ID)
                        .sends(
                                "*/*",
                                call -> new FileAnswer.Stored(
                                        kept.place()
                                                .leftOut(
                                                        known.requireThere(call).id()),
                                        "left-out.csv",
                                        "text/csv;charset=UTF-8")));
    }

    private ExtractionShapes.Known create(Call call) {
        boolean mayBePersonal = call.mayActAs(ADMINISTRATOR);
        String who = call.person().displayName();
        ExtractWords words = ExtractRequestFields.require(call, kept, mayBePersonal);
        String id;
        try {
            id = kept.request(words, call.person(), "over the API");
        } catch (NotApproved missing) {
            throw refused(missing);
        }
        var unused = workshop.request(io.rapport.serve.job.JobKind.EXTRACTION, id, who);
        call.isAt("/extractions/" + id);
        return known.tell(kept.log().find(id).orElseThrow(() -> Words.none("extraction")));
    }

    /** All that is missing, each with its code. */
    private static RefusedRequest refused(NotApproved missing) {
        List<FieldProblem> problems = missing.lacks().stream()
                .map(lack ->
                        new FieldProblem(lack.field(), lack.text(), lack.code().name()))
                .toList();
        String what = problems.size() == 1
                ? problems.get(0).detail()
                : problems.size() + " things stand against the extraction; see problems.";
        return new RefusedRequest(ApprovalError.APPROVAL_MISSING, what + " " + NotApproved.REMEDY, problems);
    }

    private ExtractionShapes.Known cancel(Call call) {
        Extraction extraction = known.require(call);
        workshop.cancel(known.findOpen(extraction)
                .orElseThrow(() -> new RapportException(ApiError.CONFLICT, "It is over."))
                .id());
        return known.tell(extraction);
    }

    private void delete(Call call) {
        Extraction extraction = known.require(call);
        if (known.findOpen(extraction).isPresent()) {
            throw new RapportException(ApiError.CONFLICT, "It is still under way: cancel it first.");
        }
        kept.delete(extraction.id());
    }

    private FileAnswer file(Call call) {
        Extraction extraction = known.requireThere(call);
        String name = call.text("file");
        RegionExtract region = kept.place().regions(extraction.id()).stream()
                .filter(one -> one.region().equals(call.text("region")))
                .filter(one -> name.equals(ExtractManifest.NAME)
                        || one.files().stream().anyMatch(file -> file.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> Words.none("file"));
        return new FileAnswer.Stored(kept.place().file(extraction.id(), region.region(), name), name, type(name));
    }

    private static String type(String name) {
        if (name.endsWith(".csv")) {
            return "text/csv;charset=UTF-8";
        }
        return name.endsWith(".parquet")
                ? "application/vnd.apache.parquet"
                : name.equals(ExtractManifest.NAME) ? "application/json" : "application/x-ndjson";
    }
}
