package io.rapport.serve.profile;

import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.CustomerVerdict;
import java.time.Instant;

/**
 * What was brought for a profile set at one time. Never changes.
 *
 * @param number from 1
 * @param folder name of its folder under the set's
 * @param by who brought it, as people know them
 * @param mapping which columns were read
 * @param verdict what the files held
 */
public record ProfileVersion(
        int number, String folder, Instant createdAt, String by, CustomerMapping mapping, CustomerVerdict verdict) {}
