package io.rapport.serve.web.system;

import io.rapport.lake.Lake;
import io.rapport.serve.backup.Backup;
import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.upkeep.DiskUse;
import io.rapport.serve.upkeep.UpkeepRound;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.system.StatusView.Fact;
import java.util.ArrayList;
import java.util.List;

/** What rests where, how much of the disk that takes, and how long it is kept. */
final class StorageFacts {

    private final ServerPlan plan;
    private final Lake lake;
    private final Settings settings;
    private final UpkeepRound upkeep;

    StorageFacts(ServerPlan plan, Lake lake, Settings settings, UpkeepRound upkeep) {
        this.plan = plan;
        this.lake = lake;
        this.settings = settings;
        this.upkeep = upkeep;
    }

    List<Fact> list() {
        List<CatalogEntry> entries = Catalog.of(lake.contents()).entries();
        long bytes = entries.stream().mapToLong(CatalogEntry::bytes).sum();
        long files = entries.stream().mapToLong(CatalogEntry::files).sum();
        DiskUse disk = DiskUse.of(plan.home());
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Home", plan.home().folder().toString()),
                new Fact("State database", plan.state().toString()),
                new Fact(
                        "Rows",
                        Say.count(entries.stream().mapToLong(CatalogEntry::rows).sum())),
                new Fact("Lake", Say.bytes(bytes) + " in " + Say.count(files, "file", "files"))));
        if (disk.lake() > bytes) {
            facts.add(new Fact("Replaced, deleted within a day or two", Say.bytes(disk.lake() - bytes)));
        }
        facts.add(new Fact("Tables of runs", Say.bytes(disk.output())));
        facts.add(new Fact("Extractions", Say.bytes(disk.extractions())));
        facts.add(new Fact("Customer profiles", Say.bytes(disk.profiles())));
        facts.add(new Fact("Working space", Say.bytes(disk.temporary())));
        facts.add(new Fact("Free on the disk", Say.bytes(disk.free()) + (disk.isLow() ? ": make room" : "")));
        int months = new UpkeepSettings(settings).keptFor().months();
        facts.add(new Fact("Kept", months == 0 ? "everything" : Say.count(months, "month", "months")));
        facts.add(new Fact(
                "Last backup",
                Backup.findLast(settings)
                        .map(at -> Say.ago(at, plan.instants().instant()))
                        .orElse("none yet: rapport backup FOLDER")));
        facts.add(new Fact("Next upkeep", Say.time(upkeep.next(), upkeep.zone())));
        return facts;
    }
}
