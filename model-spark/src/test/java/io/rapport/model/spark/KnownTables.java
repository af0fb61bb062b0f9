package io.rapport.model.spark;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.Enrichment;
import io.rapport.model.contract.Tables;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An enrichment that runs once for each input: several properties look at the same tables. */
final class KnownTables implements Enrichment {

    private final Enrichment enrichment;
    private final Map<CompanyInput, Tables> known = new ConcurrentHashMap<>();

    KnownTables(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    @Override
    public Tables run(CompanyInput input) {
        return known.computeIfAbsent(input, enrichment::run);
    }
}
