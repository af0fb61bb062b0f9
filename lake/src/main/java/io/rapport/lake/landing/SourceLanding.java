package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The way in for one source: its commits bear its name. */
record SourceLanding(LakeLanding landing, String source) implements Landing {

    @Override
    public Batch open() {
        return landing.open(source);
    }

    @Override
    public Optional<String> findCheckpoint(String scope, String name) {
        return landing.findCheckpoint(scope, name);
    }

    @Override
    public Map<String, String> checkpoints(String scope) {
        return landing.checkpoints(scope);
    }

    @Override
    public void forget(String scope) {
        landing.forget(scope);
    }

    @Override
    public Predicate<Row> erasedUsers() {
        return landing.erasedUsers();
    }

    @Override
    public void eachKey(Dataset dataset, String column, String value, Consumer<List<String>> keys) {
        landing.eachKey(dataset, column, value, keys);
    }
}
