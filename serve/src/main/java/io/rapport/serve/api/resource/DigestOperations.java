package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.resource.DigestShapes.Known;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.digest.Digest;
import io.rapport.serve.digest.Digests;
import java.util.List;

/** What changed from run to run; customers and domains, never a person. */
public final class DigestOperations {

    private static final String TAG = "Digests";
    private static final int ALL = Integer.MAX_VALUE;

    private final Digests digests;
    private final ServedRuns runs;

    public DigestOperations(Digests digests, ServedRuns runs) {
        this.digests = digests;
        this.runs = runs;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listDigests", "/digests", "What changed with each run of an enrichment, the latest first.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Digests")
                        .takes(Parameter.text(RunEcho.ENRICHMENT, "Name of the output table; else the primary one."))
                        .takes(Paging.parameters())
                        .lists(
                                DigestShapes.DIGEST,
                                call -> Paging.part(
                                        call, known(call), one -> one.digest().run())),
                Draft.get("getDigest", "/digests/{run}", "What changed with a run.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Digest")
                        .takes(Parameter.path("run", "Id of the run."))
                        .answers(DigestShapes.DIGEST, this::require));
    }

    private List<Known> known(Call call) {
        String asked = call.text(RunEcho.ENRICHMENT);
        String output = asked.isEmpty() ? runs.outputs().stream().findFirst().orElse("") : asked;
        List<Digest> found = digests.list(output, ALL);
        if (found.isEmpty() && !asked.isEmpty() && !runs.outputs().contains(asked)) {
            throw Words.none("enrichment");
        }
        return found.stream().map(digest -> tell(call, digest)).toList();
    }

    private Known require(Call call) {
        return digests.find(call.text("run")).map(digest -> tell(call, digest)).orElseThrow(() -> Words.none("digest"));
    }

    private static Known tell(Call call, Digest digest) {
        return new Known(digest, call.mayActAs(ADMINISTRATOR));
    }
}
