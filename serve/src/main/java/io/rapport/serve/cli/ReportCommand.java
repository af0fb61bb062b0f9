package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import picocli.CommandLine.Command;

/** Answers questions over a range of days; each report is a command below it. */
@Command(
        name = "report",
        header = "Answer questions over a range of days.",
        synopsisSubcommandLabel = "REPORT",
        sortOptions = false,
        footer = {
            "",
            "Reports: contact-activity, collaboration.",
            "",
            "Example:",
            "  rapport report contact-activity --by week"
        })
final class ReportCommand implements Task {

    @Override
    public void run(Session session) {
        throw new RapportException(
                CliError.WRONG_ARGUMENT,
                "report needs a report: contact-activity or collaboration. What one takes: rapport report contact-activity --help.");
    }
}
