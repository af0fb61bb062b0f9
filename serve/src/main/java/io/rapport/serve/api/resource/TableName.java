package io.rapport.serve.api.resource;

import io.rapport.model.run.OutputTable;
import io.rapport.serve.security.Role;

/** The tables of a run by the words of addresses, and who may have each. */
enum TableName {
    ENGAGEMENT("engagement", "EngagementRow", OutputTable.ENGAGEMENT, Role.CONTRIBUTOR, "Output table"),
    SCORE("score", "ScoreRow", OutputTable.SCORE, Role.CONTRIBUTOR, "Score of an output table"),
    /** Has addresses of people. */
    PEOPLE("people", "SelectedPersonRow", OutputTable.USER_TABLE, Role.ADMINISTRATOR, "Selected people"),
    COVERAGE("coverage", "CoverageRow", OutputTable.COVERAGE, Role.ADMINISTRATOR, "Coverage");

    private final String word;
    private final String rowName;
    private final OutputTable table;
    private final Role least;
    private final String subject;

    TableName(String word, String rowName, OutputTable table, Role least, String subject) {
        this.word = word;
        this.rowName = rowName;
        this.table = table;
        this.least = least;
        this.subject = subject;
    }

    static TableName of(OutputTable table) {
        for (TableName name : values()) {
            if (name.table == table) {
                return name;
            }
        }
        throw new IllegalStateException("no word for " + table);
    }

    String word() {
        return word;
    }

    /** Of the shape of a row. */
    String rowName() {
        return rowName;
    }

    OutputTable table() {
        return table;
    }

    Role least() {
        return least;
    }

    /** As the access log calls it. */
    String subject() {
        return subject;
    }
}
