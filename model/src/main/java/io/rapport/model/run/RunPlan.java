package io.rapport.model.run;

import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.RunInput;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.spec.Options;
import io.rapport.model.spec.Spec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * All that a run needs besides the lake, worked out of a spec.
 *
 * @param output name of the output table
 * @param parameters what the models are asked
 * @param inputs a file for every {@link RunInput}
 */
public record RunPlan(String output, Parameters parameters, Map<RunInput, Path> inputs) {

    public RunPlan {
        inputs = Map.copyOf(inputs);
    }

    /**
     * Reads the files that a spec names and writes the run's inputs.
     *
     * @param spec one that names no profiles
     * @param asOf as the other has it, and so the rest
     */
    public static RunPlan of(Spec spec, LocalDate asOf, Collection<String> publicDomains, Path folder) {
        if (spec.customers() instanceof Spec.CustomerTables tables) {
            return of(spec, CustomerInput.write(tables, folder), asOf, publicDomains, folder);
        }
        throw new IllegalArgumentException("the spec names profiles: bring their accounts and contacts");
    }

    /**
     * Writes the run's inputs.
     *
     * @param customers the customer profiles, as they are when the run begins
     * @param asOf the as-of date: the spec's own, or the one that stands in for it
     * @param publicDomains domains of public mail providers
     * @param folder an empty folder of the run's own; whoever made it removes it, also after an error
     */
    public static RunPlan of(
            Spec spec, CustomerInput customers, LocalDate asOf, Collection<String> publicDomains, Path folder) {
        Window window = Window.upTo(asOf);
        RunInputs inputs = new RunInputs(folder)
                .add(RunInput.CUSTOMER_CONTACT, customers.contacts())
                .add(RunInput.CUSTOMER_ACCOUNT, customers.accounts())
                .selection(spec.selection())
                .window(window)
                .publicDomains(publicDomains)
                .weights(spec.weights());
        return new RunPlan(spec.output(), parameters(spec, window), inputs.files());
    }

    private static Parameters parameters(Spec spec, Window window) {
        Options options = spec.options();
        return new Parameters(
                window.end(),
                window.start(),
                spec.timeZone(),
                options.findExcludeGroup().map(group -> group.value()).orElse(""),
                options.linkContacts(),
                options.matchDomains(),
                options.rollUp(),
                options.excludePrivate(),
                options.findIgnoreBulkOver().orElse(0));
    }
}
