package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.CONTRIBUTOR;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.model.duckdb.account.AccountExport;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FileAnswer;
import io.rapport.serve.api.operation.Listing;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.Overview;
import io.rapport.serve.customer.Overviews;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.web.customer.CustomerKey;
import java.util.List;
import java.util.Optional;

/** Customers, one by one and at a glance. */
public final class CustomerOperations {

    private static final String TAG = "Customers";
    private static final Parameter ENRICHMENT =
            Parameter.text(RunEcho.ENRICHMENT, "Name of the output table; else the primary one.");
    private static final Paging.Place BEGIN = new Paging.Place("", "");

    private final ServedRuns runs;
    private final Customers customers;
    private final Overviews overviews;

    public CustomerOperations(ServedRuns runs, Customers customers, Overviews overviews) {
        this.runs = runs;
        this.customers = customers;
        this.overviews = overviews;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listCustomers", "/customers", "Customers of the latest run.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Customers")
                        .takes(ENRICHMENT)
                        .takes(CustomerList.parameters())
                        .takes(Paging.parameters())
                        .versioned()
                        .asFile(CONTRIBUTOR, this::file)
                        .lists(CustomerShapes.CUSTOMER, this::part),
                Draft.get("getCustomer", "/customers/{key}", "All that is known of a customer.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Customer")
                        .takes(Parameter.path("key", "Key of the customer."), ENRICHMENT)
                        .takes(Parameter.choice("by", List.of("month", "week"), "month", "Periods of the history."))
                        .versioned()
                        .echoes(CustomerShapes.CARD, this::card),
                Draft.get("getOverview", "/overview", "The latest run at a glance.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Home")
                        .takes(ENRICHMENT)
                        .versioned()
                        .echoes(CustomerShapes.OVERVIEW, this::overview));
    }

    private Listing<CustomerShapes.Line> part(Call call) {
        Paging.Place place = Paging.place(call);
        ServedRun run = resolve(call, place);
        return CustomerList.part(call, customers, run, Optional.empty(), place);
    }

    private FileAnswer file(Call call) {
        ServedRun run = resolve(call, BEGIN);
        return new FileAnswer.Table(
                AccountExport.members(
                        "customers", run.tables(), CustomerList.query(call, Optional.empty(), 0, 1), run.asOf()),
                null);
    }

    private CustomerShapes.Card card(Call call) {
        ServedRun run = resolve(call, BEGIN);
        return CustomerKey.findId(call.text("key"))
                .flatMap(id -> customers.find(run, id))
                .map(customer ->
                        new CustomerShapes.Card(customer, call.text("by").equals("week")))
                .orElseThrow(() -> Words.none("customer"));
    }

    private Overview overview(Call call) {
        return overviews.of(resolve(call, BEGIN));
    }

    private ServedRun resolve(Call call, Paging.Place place) {
        ServedRun run = RunEcho.require(call, runs, place);
        call.dependsOn(run.run().id());
        RunEcho.resolve(call, run);
        return run;
    }
}
