package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.EXPORT;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.DataErasure;
import io.rapport.serve.erasure.DataErasures;
import java.util.List;

/** Erasures of connections with what they brought, and of everything: which there were, and their certificates. */
public final class DataErasureOperations {

    private static final String TAG = "Erasure of data";

    private static final Shape<DataErasure> ERASURE = Shape.of(
                    DataErasure.class,
                    "DataErasure",
                    "An erasure of a connection with what it brought, or of everything.")
            .count("number", "Of the erasure.", one -> (long) one.number())
            .textOrNull(
                    "connection", "Its name; null: everything.", one -> one.isOfEverything() ? null : one.connection())
            .time("askedAt", "When it began.", DataErasure::askedAt)
            .text("askedBy", "By whom.", DataErasure::by)
            .timeOrNull("finishedAt", "Null as long as it is not.", DataErasure::finishedAt)
            .build();

    private final DataErasures erasures;
    private final Certificates certificates;

    public DataErasureOperations(DataErasures erasures, Certificates certificates) {
        this.erasures = erasures;
        this.certificates = certificates;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get(
                                "listDataErasures",
                                "/data-erasures",
                                "Erasures of connections with what they brought, and of everything, the latest first.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Erasures of data")
                        .takes(Paging.parameters())
                        .lists(
                                ERASURE,
                                call -> Paging.part(call, erasures.list(), one -> String.valueOf(one.number()))),
                Draft.get(
                                "getDataErasureCertificate",
                                "/data-erasures/{number}/certificate",
                                "What an erasure of a connection or of everything did, when and by whom.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, EXPORT, "Certificate")
                        .takes(Parameter.path("number", "Of the erasure."))
                        .answers(CertificateText.SHAPE, this::certificate));
    }

    private CertificateText certificate(Call call) {
        String number = call.text("number");
        return erasures.find(number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0)
                .map(one -> CertificateText.of(certificates.text(one.certificate())))
                .orElseThrow(() -> Words.none("certificate"));
    }
}
