package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Where the program starts. */
public final class Main {

    private static final int WIDEST_HELP = 110;
    private static final int NARROWEST_HELP = 60;

    /** With one worker, which is what two processors get, Java's HTTP client starts a thread for each answer instead. */
    private static final String SHARED_WORKERS = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private Main() {}

    public static void main(String[] args) {
        if (Runtime.getRuntime().availableProcessors() <= 2 && System.getProperty(SHARED_WORKERS) == null) {
            System.setProperty(SHARED_WORKERS, "2");
        }
        Surroundings machine = Machine.surroundings();
        Interruption interruption = new Interruption(Thread.currentThread());
        interruption.listen();
        int code = run(List.of(args), machine, interruption);
        System.exit(code);
    }

    /** Does what the words say and answers with the exit code. Throws nothing. */
    static int run(List<String> words, Surroundings surroundings, Interruption interruption) {
        RapportCommand options = new RapportCommand();
        CommandLine commandLine = commandLine(options, surroundings);
        Complaint complaint = new Complaint(
                options, surroundings, words, commandLine.getSubcommands().keySet());
        try {
            return parseAndRun(commandLine, options, words, surroundings, interruption);
        } catch (ParameterException wrong) {
            return complaint.about(WrongWords.explain(wrong));
        } catch (Throwable error) {
            return interruption.isRequested() || error instanceof InterruptedException
                    ? complaint.about(new RapportException(
                            CliError.INTERRUPTED, "Interrupted. What was not finished left nothing behind.", error))
                    : complaint.about(error);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
            interruption.finished();
        }
    }

    private static int parseAndRun(
            CommandLine commandLine,
            RapportCommand options,
            List<String> words,
            Surroundings surroundings,
            Interruption interruption) {
        ParseResult parsed = commandLine.parseArgs(words.toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        CommandLine command = parsed.commandSpec().commandLine();
        if (options.help) {
            command.usage(surroundings.out());
        } else if (options.version) {
            new Console(surroundings, options.json, options.quiet).version();
        } else if (options.server != null) {
            ServedTask.require(command.getCommand(), command.getCommandName())
                    .run(new Session(options, surroundings, interruption), ServedTask.open(options, surroundings));
        } else if (command.getCommand() instanceof Task task) {
            task.run(new Session(options, surroundings, interruption));
        } else {
            throw new RapportException(
                    CliError.UNKNOWN_COMMAND,
                    "There is no command. Commands: "
                            + String.join(", ", commandLine.getSubcommands().keySet())
                            + ". What each does: rapport --help.");
        }
        return ExitCode.DONE.number();
    }

    private static CommandLine commandLine(RapportCommand options, Surroundings surroundings) {
        int columns = surroundings.terminal().columns();
        return Commands.addTo(new CommandLine(options))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(columns == 0 ? 100 : Math.min(WIDEST_HELP, Math.max(NARROWEST_HELP, columns)));
    }
}
