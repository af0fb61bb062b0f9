package io.rapport.serve.web.segment;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountPage;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.spec.NearestName;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.segment.CheckedRule;
import io.rapport.serve.segment.RuleCheck;
import io.rapport.serve.segment.RuleDraft;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import io.rapport.serve.web.customer.CustomerKey;
import io.rapport.serve.web.customer.CustomerList;
import java.util.List;
import java.util.Optional;

/** Who would be in a segment, while its rule is made. */
final class Preview {

    private static final int SHOWN = 8;

    private final Customers customers;

    Preview(Customers customers) {
        this.customers = customers;
    }

    /** @param enrichment name of an output table; empty for the primary one */
    PreviewView of(String enrichment, RuleDraft.Group draft) {
        String problem = enrichmentProblem(enrichment);
        if (!problem.isEmpty()) {
            return PreviewView.none(problem);
        }
        ServedRun run = customers.findRun(enrichment).orElse(null);
        if (run == null) {
            return PreviewView.none("No enrichment has run yet: there are no customers to choose from.");
        }
        CheckedRule checked = RuleCheck.check(draft);
        AccountRule rule = checked.findRule().orElse(null);
        if (rule != null) {
            return counted(run, rule);
        }
        boolean isUntouched = draft.rules().equals(List.of(RuleDraft.Condition.EMPTY));
        return PreviewView.none(
                isUntouched
                        ? "Choose a column, and how it compares: here you see how many customers that are."
                        : checked.problems().get(0).text());
    }

    private PreviewView counted(ServedRun run, AccountRule rule) {
        AccountPage page =
                customers.page(run, new AccountQuery("", null, AccountOrder.SCORE, true, 0, SHOWN).with(rule));
        long more = page.found() - page.accounts().size();
        return new PreviewView(
                Say.count(page.found()),
                "of " + Say.count(customers.counts(run).accounts()) + " customers, as of " + AsOf.day(run.asOf()),
                "",
                page.accounts().stream()
                        .map(account -> new PreviewView.Row(
                                "/customers/" + CustomerKey.of(account.id()) + "?enrichment=" + run.output(),
                                account.name(),
                                CustomerList.tenths(account.score()),
                                CustomerList.days(account.daysSinceEmail()),
                                CustomerList.days(account.daysSinceMeeting())))
                        .toList(),
                more == 0 ? "" : "and " + Say.count(more) + " more");
    }

    /** What is wrong with the name of an output table; empty where it is one's or empty. */
    String enrichmentProblem(String enrichment) {
        List<String> outputs = customers.outputs();
        if (enrichment.isEmpty() || outputs.contains(enrichment)) {
            return "";
        }
        Optional<String> meant = NearestName.find(enrichment, outputs);
        return "There is no output “" + enrichment + "” at the moment."
                + meant.map(name -> " Did you mean " + name + "?").orElse("");
    }
}
