package io.rapport.serve.api.resource;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountPage;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Listing;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import java.util.List;
import java.util.Optional;

/** Lists of customers: searched, cut and sorted as the page does it, part by part. */
final class CustomerList {

    private CustomerList() {}

    static List<Parameter> parameters() {
        return List.of(
                Parameter.text("q", "Part of the name or id, whatever case and accents."),
                Parameter.choice("show", Words.all(AccountWord.class), "", "Only those of whom it is true."),
                Parameter.choice("sort", Words.all(AccountOrder.class), "score", "By what."),
                Parameter.choice(
                        "way",
                        List.of("asc", "desc"),
                        "",
                        "Which way; else names from A, everything else from the most."));
    }

    /** Whatever part of it is wanted. */
    static AccountQuery query(Call call, Optional<AccountRule> rule, long from, int most) {
        AccountOrder order = Words.find(AccountOrder.class, call.text("sort")).orElse(AccountOrder.SCORE);
        String way = call.text("way");
        boolean isDescending = way.isEmpty() ? order != AccountOrder.NAME : way.equals("desc");
        call.resolve("way", isDescending ? "desc" : "asc");
        return new AccountQuery(
                call.text("q"),
                Words.find(AccountWord.class, call.text("show")).orElse(null),
                rule.orElse(null),
                order,
                isDescending,
                from,
                most);
    }

    static Listing<CustomerShapes.Line> part(
            Call call, Customers customers, ServedRun run, Optional<AccountRule> rule, Paging.Place place) {
        long from = place.offset();
        AccountPage page = customers.page(run, query(call, rule, from, Paging.limit(call)));
        long next = from + page.accounts().size();
        return new Listing<>(
                call.query(),
                call.warnings(),
                page.accounts().stream()
                        .map(account -> new CustomerShapes.Line(account, run.asOf()))
                        .toList(),
                next < page.found() && !page.accounts().isEmpty()
                        ? Paging.cursor(call, run.run().id(), Long.toString(next))
                        : null,
                page.found());
    }
}
