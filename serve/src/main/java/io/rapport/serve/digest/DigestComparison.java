package io.rapport.serve.digest;

import io.rapport.model.duckdb.account.AccountChange;
import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountPage;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.model.duckdb.account.CoverageLine;
import io.rapport.serve.customer.Reason;
import io.rapport.serve.customer.ServedRun;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a run with the last one, by their tables alone. Thread-safe. */
final class DigestComparison {

    /** How many of each kind are named. */
    private static final int NAMED = 20;

    private static final String DOMAINS = "Unmatched domains";
    private static final AccountRule STALE = AccountRule.marked(AccountColumn.STALE);

    private final AccountReader reader;

    DigestComparison(AccountReader reader) {
        this.reader = reader;
    }

    /** @param movePoints from how many points on a move is a big one */
    DigestContents of(ServedRun run, ServedRun earlier, int movePoints) {
        return new DigestContents(stale(run, earlier), moves(run, earlier, movePoints), domains(run, earlier));
    }

    private DigestContents.Customers stale(ServedRun run, ServedRun earlier) {
        return new DigestContents.Customers(
                reader.change(run.tables(), earlier.tables(), STALE).joined(),
                reader.changes(run.tables(), earlier.tables(), STALE, true, NAMED).stream()
                        .map(AccountChange::id)
                        .flatMap(id -> reader.find(run.tables(), id).stream())
                        .map(account -> line(account, Reason.text(account, run.asOf(), Set.of(AccountWord.STALE))))
                        .toList());
    }

    private DigestContents.Customers moves(ServedRun run, ServedRun earlier, int points) {
        AccountPage moved = reader.moved(run.tables(), points, NAMED);
        return new DigestContents.Customers(
                moved.found(),
                moved.accounts().stream()
                        .map(account -> line(account, why(account, run, earlier)))
                        .toList());
    }

    private String why(AccountStanding account, ServedRun run, ServedRun earlier) {
        Double before = account.scoreBefore();
        return before == null
                ? ""
                : MoveReason.of(
                        account,
                        before,
                        reader.scoreParts(run.tables(), account.id()),
                        reader.scoreParts(earlier.tables(), account.id()));
    }

    private static DigestContents.Line line(AccountStanding account, String reason) {
        return new DigestContents.Line(account.id(), account.name(), account.score(), account.scoreBefore(), reason);
    }

    private DigestContents.Domains domains(ServedRun run, ServedRun earlier) {
        Set<String> known = unmatched(earlier).stream().map(CoverageLine::item).collect(Collectors.toSet());
        List<DigestContents.Domain> fresh = unmatched(run).stream()
                .filter(line -> !known.contains(line.item()))
                .map(line -> new DigestContents.Domain(line.item(), line.count()))
                .toList();
        return new DigestContents.Domains(fresh.size(), fresh.subList(0, Math.min(NAMED, fresh.size())));
    }

    /** In the order of the report: the most emails first. Reason and item are as coverage has them. */
    private List<CoverageLine> unmatched(ServedRun run) {
        return reader.coverage(run.tables()).stream()
                .filter(line -> line.section().equals(DOMAINS))
                .toList();
    }
}
