package io.rapport.model.run;

/**
 * A column of an output table.
 *
 * @param name as the table has it
 * @param type in people's words: text, date, whole number, decimal
 * @param unit of a number, as a plural; empty where it has none
 * @param mayBeNull whether a row may lack it
 * @param formulaVersion version of the definition by which it is computed
 * @param meaning one sentence for people
 */
public record OutputColumn(
        String name, String type, String unit, boolean mayBeNull, int formulaVersion, String meaning) {

    /** Version of the definitions, as runs record it. */
    public static final int FORMULA_VERSION = 1;

    public OutputColumn {
        if (name.isBlank() || type.isBlank() || !meaning.endsWith(".")) {
            throw new IllegalArgumentException("a column needs a name, a type and a sentence: " + name);
        }
    }

    static OutputColumn text(String name, String meaning) {
        return new OutputColumn(name, "text", "", false, FORMULA_VERSION, meaning);
    }

    static OutputColumn date(String name, String meaning) {
        return new OutputColumn(name, "date", "", false, FORMULA_VERSION, meaning);
    }

    static OutputColumn count(String name, String unit, String meaning) {
        return new OutputColumn(name, "whole number", unit, false, FORMULA_VERSION, meaning);
    }

    static OutputColumn decimal(String name, String unit, String meaning) {
        return new OutputColumn(name, "decimal", unit, false, FORMULA_VERSION, meaning);
    }

    /** The same column, where a row may lack it. */
    OutputColumn orNull() {
        return new OutputColumn(name, type, unit, true, formulaVersion, meaning);
    }
}
