package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.CONTRIBUTOR;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.Lake;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.SampleRow;
import io.rapport.serve.dataset.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalog: what rests in the lake. */
public final class DatasetOperations {

    private static final String TAG = "Datasets";

    private final Lake lake;
    private final Samples samples;

    public DatasetOperations(Lake lake, Samples samples) {
        this.lake = lake;
        this.samples = samples;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listDatasets", "/datasets", "All datasets, also those of which nothing has landed.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Datasets")
                        .takes(Paging.parameters())
                        .lists(
                                DatasetShapes.DATASET,
                                call -> Paging.part(
                                        call,
                                        Catalog.of(lake.contents()).entries(),
                                        entry -> entry.dataset().name())),
                Draft.get("getDataset", "/datasets/{dataset}", "Schema, coverage by month, and sample rows.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Dataset")
                        .takes(Parameter.path("dataset", "Name of the dataset."))
                        .answers(DatasetShapes.DETAIL, this::detail));
    }

    private DatasetShapes.Detail detail(Call call) {
        Dataset dataset = Datasets.find(call.text("dataset")).orElseThrow(() -> Words.none("dataset"));
        SampleRow writer = samples.writer(call.mayActAs(ADMINISTRATOR));
        return new DatasetShapes.Detail(
                Catalog.of(lake.contents()).entry(dataset),
                samples.rows(dataset).stream()
                        .map(row -> sample(dataset, row, writer))
                        .toList());
    }

    private static Map<String, String> sample(Dataset dataset, Map<?, ?> row, SampleRow writer) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Column column : dataset.columns()) {
            shown.put(column.name(), writer.text(column, row.get(column.name())));
        }
        return shown;
    }
}
