package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.model.spec.NearestName;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words that were typed, and which ones may have been meant. */
final class WrongWords {

    private WrongWords() {}

    static RapportException explain(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String help = " What it takes: " + command.getCommandSpec().qualifiedName() + " --help.";
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                String name = word.replaceFirst("=.*", "");
                Set<String> known = command.getCommandSpec().optionsMap().keySet();
                return new RapportException(
                        CliError.UNKNOWN_OPTION,
                        "There is no option " + name + "." + NearestName.question(name, known) + help);
            }
            if (command.getParent() == null) {
                Set<String> known = command.getSubcommands().keySet();
                return new RapportException(
                        CliError.UNKNOWN_COMMAND,
                        "There is no command " + word + "." + NearestName.question(word, known) + " Commands: "
                                + String.join(", ", known) + ".");
            }
            return new RapportException(
                    CliError.WRONG_ARGUMENT, "There is one argument too many: \"" + word + "\"." + help);
        }
        // The parser's own messages quote what was typed and nothing else.
        String message = String.valueOf(wrong.getMessage());
        return new RapportException(CliError.WRONG_ARGUMENT, message + (message.endsWith(".") ? "" : ".") + help);
    }
}
