package io.rapport.serve.web.help;

import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import io.rapport.serve.web.customer.Word;
import java.util.Arrays;
import java.util.List;

/**
 * What pages say, and what they mean by it.
 *
 * @param words about an account, in the order of their weight
 * @param columns of the table of engagement
 */
public record HelpView(List<Meaning> words, List<Column> columns) {

    public record Meaning(String word, String meaning) {}

    /** @param unit of a number; empty where it has none */
    public record Column(String name, String unit, String meaning) {}

    static HelpView shown() {
        return new HelpView(
                Arrays.stream(Word.values())
                        .map(word -> new Meaning(word.title(), word.meaning()))
                        .toList(),
                OutputTable.ENGAGEMENT.definitions().stream()
                        .map(HelpView::column)
                        .toList());
    }

    private static Column column(OutputColumn column) {
        return new Column(column.name(), column.unit(), column.meaning());
    }
}
