package io.rapport.model.truth;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.Enrichment;
import io.rapport.model.contract.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract, word by word, with no thought of speed. */
public final class NaiveEnrichment implements Enrichment {

    @Override
    public Tables run(CompanyInput input) {
        Window window = Window.endingOn(input.asOf(), input.zone());
        Selection selection = new Selection(input, new Directory(input));
        ContactRows rows = new ContactRows(input, selection);
        Sides sides = new Sides(input, selection, rows);
        Emails emails = new Emails(input, selection, sides, window);
        Meetings meetings = new Meetings(input, selection, sides, window);
        Set<String> accounts = rows.accounts.keySet();
        Counting counting = new Counting(accounts, emails, meetings);
        ScoreTable score = new ScoreTable(new OfficeTable(counting, window).rows(accounts), input);
        List<Map<String, @Nullable Object>> office = new ArrayList<>();
        score.rows.forEach(row -> office.add(row.cells()));
        CoverageTable coverage = new CoverageTable(input, selection, rows, sides, emails, meetings, counting);
        return new Tables(
                office,
                UserTable.rows(selection),
                score.breakdown,
                coverage.rows(),
                RelationTable.rows(counting, input.asOf()),
                score.warnings);
    }
}
