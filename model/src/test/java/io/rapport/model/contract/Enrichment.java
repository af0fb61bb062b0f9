package io.rapport.model.contract;

import io.rapport.core.error.RapportException;

/** One way to compute an enrichment: the naive one of the tests, or an engine. */
@FunctionalInterface
public interface Enrichment {

    /**
     * The four tables for this input.
     *
     * @throws RapportException where the contract refuses the input
     */
    Tables run(CompanyInput input);
}
