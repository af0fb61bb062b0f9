package io.rapport.serve.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for; enough to repeat it on the same snapshot.
 *
 * @param enrichment name of the enrichment
 * @param output name of the output table
 * @param asOf the as-of date, inclusive
 * @param timeZone the reporting time zone
 * @param engine which engine computes it
 * @param snapshot the lake's commit that it reads
 * @param formulaVersion version of the score's formula
 * @param weights JSON object: weight by component
 * @param options JSON object: option by name
 * @param consent who agreed to it and how, in words without an address
 * @param profiles which customer profiles it uses; null where its spec names files
 */
public record RunRequest(
        String enrichment,
        String output,
        LocalDate asOf,
        ZoneId timeZone,
        String engine,
        long snapshot,
        int formulaVersion,
        String weights,
        String options,
        String consent,
        @Nullable PinnedProfiles profiles) {

    /** Of a spec that names files. */
    public RunRequest(
            String enrichment,
            String output,
            LocalDate asOf,
            ZoneId timeZone,
            String engine,
            long snapshot,
            int formulaVersion,
            String weights,
            String options,
            String consent) {
        this(enrichment, output, asOf, timeZone, engine, snapshot, formulaVersion, weights, options, consent, null);
    }

    /** Of a run that was never begun. */
    public static RunRequest unbegun(String enrichment, String output, LocalDate asOf, ZoneId timeZone) {
        return new RunRequest(enrichment, output, asOf, timeZone, "", 0, 0, "{}", "{}", "");
    }

    public Optional<PinnedProfiles> findProfiles() {
        return Optional.ofNullable(profiles);
    }
}
