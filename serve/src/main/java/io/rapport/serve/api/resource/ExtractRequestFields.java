package io.rapport.serve.api.resource;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.model.extract.ExtractField;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractProblem;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.dataset.FreeColumns;
import io.rapport.serve.dataset.KeptExtractions;
import java.util.ArrayList;
import java.util.List;

/** What an extraction is asked for by, field by field. */
final class ExtractRequestFields {

    private static final int LONGEST_FILTER = 2_000;

    private ExtractRequestFields() {}

    static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(ofExtent());
        all.add(Parameter.text("from", "First date or instant, UTC, inclusive.").inBody());
        all.add(Parameter.text("to", "Last date or instant, UTC, exclusive.").inBody());
        all.add(Parameter.text("dateColumn", "By which date; else the first that can be filtered by.")
                .inBody());
        all.add(Parameter.choice("format", List.of("json", "parquet", "csv"), "json", "Of the files.")
                .inBody());
        return all;
    }

    /** What is approved of it: all but days and format. */
    static List<Parameter> ofExtent() {
        return List.of(
                Parameter.text("dataset", "Name of the dataset.").inBody().required(),
                Parameter.texts("columns", "Which columns; else all that this role may extract."),
                Parameter.texts("groups", "Only users of these groups, by object ids; for administrators."),
                Parameter.text("userFilter", "Only users whom the directory finds by this; for administrators.")
                        .atMost(LONGEST_FILTER)
                        .inBody(),
                Parameter.text("region", "Only mailboxes kept there; for administrators.")
                        .inBody(),
                Parameter.text("tenantRegion", "The region of mailboxes of which the directory says none.")
                        .inBody());
    }

    /** @throws InvalidRequest with everything that is wrong */
    static ExtractWords require(Call call, KeptExtractions kept, boolean mayBePersonal) {
        ExtractWords words = words(call, mayBePersonal);
        List<FieldProblem> problems =
                told(kept.judge(words, true, mayBePersonal).problems());
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return words;
    }

    /** What is wrong with it in itself, whatever has landed. */
    static List<FieldProblem> problems(ExtractWords words, boolean mayBePersonal) {
        return told(KeptExtractions.problems(words, mayBePersonal));
    }

    private static List<FieldProblem> told(List<ExtractProblem> problems) {
        return problems.stream()
                .map(problem -> new FieldProblem(name(problem.field()), problem.text()))
                .toList();
    }

    /** @throws InvalidRequest where there is no such dataset for this role */
    static ExtractWords words(Call call, boolean mayBePersonal) {
        Dataset dataset = Datasets.find(call.text("dataset"))
                .filter(found -> mayBePersonal || !FreeColumns.of(found).isEmpty())
                .orElseThrow(() -> new InvalidRequest("dataset", "There is no such dataset, or none for this role."));
        return words(call, dataset, mayBePersonal);
    }

    private static ExtractWords words(Call call, Dataset dataset, boolean mayBePersonal) {
        List<String> columns = call.texts("columns");
        List<Column> offered = mayBePersonal ? ExtractPlan.columns(dataset) : FreeColumns.of(dataset);
        return new ExtractWords(
                dataset,
                call.textOrNull("from"),
                call.textOrNull("to"),
                call.textOrNull("dateColumn"),
                columns.isEmpty() ? offered.stream().map(Column::name).toList() : columns,
                call.texts("groups"),
                call.textOrNull("userFilter"),
                call.textOrNull("region"),
                call.textOrNull("tenantRegion"),
                call.textOrNull("format"));
    }

    private static String name(ExtractField field) {
        return switch (field) {
            case FROM -> "from";
            case TO -> "to";
            case DATE_COLUMN -> "dateColumn";
            case COLUMNS -> "columns";
            case GROUPS -> "groups";
            case USER_FILTER -> "userFilter";
            case REGION -> "region";
            case TENANT_REGION -> "tenantRegion";
            case FORMAT -> "format";
        };
    }
}
