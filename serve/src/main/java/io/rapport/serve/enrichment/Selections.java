package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.duckdb.directory.DirectorySearch;
import io.rapport.model.run.RunFolder;
import io.rapport.model.run.SelectionReading;
import io.rapport.serve.home.Home;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks addresses up in the directory that has landed. Thread-safe. */
public final class Selections {

    private final Home home;
    private final Lake lake;
    private final DuckDbSettings settings;

    public Selections(Home home, Lake lake, DuckDbSettings settings) {
        this.home = home;
        this.lake = lake;
        this.settings = settings;
    }

    /** What each address is, and how many people they come to; by the same models as a run. */
    public SelectionReading read(Collection<Address> addresses, @Nullable Address excludeGroup) {
        try (RunFolder folder = RunFolder.create(home.temporary().resolve("selection-" + UUID.randomUUID()))) {
            return SelectionReading.read(
                    new DuckDbEngine(settings), lake.snapshot(), addresses, excludeGroup, folder.path());
        }
    }

    /** Colleagues and groups by a part of their name or address. */
    public List<DirectorySearch.Entry> search(String text, int most) {
        return new DirectorySearch(settings).find(lake.snapshot(), text, most);
    }
}
