package io.rapport.model.remote;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Parameters;
import io.rapport.model.sql.Model;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent, as fields, and back. */
final class Messages {

    private Messages() {}

    static List<@Nullable Object> fields(Parameters of) {
        return Fields.of(
                of.runDate(),
                of.windowStart(),
                of.reportZone().getId(),
                of.excludeGroup(),
                of.linkContacts(),
                of.matchDomains(),
                of.rollUp(),
                of.excludePrivate(),
                of.bulkLimit());
    }

    static Parameters parameters(Fields in) {
        return new Parameters(
                in.date(),
                in.date(),
                ZoneId.of(in.text()),
                in.text(),
                in.flag(),
                in.flag(),
                in.flag(),
                in.flag(),
                in.number());
    }

    static List<@Nullable Object> fields(Snapshot snapshot) {
        List<@Nullable Object> files = new ArrayList<>();
        for (LandedFile file : snapshot.files()) {
            files.add(Fields.of(
                    file.dataset().name(),
                    file.path().toAbsolutePath().toString(),
                    file.kind().name(),
                    file.commit(),
                    file.partition(),
                    file.rows(),
                    file.bytes()));
        }
        return Fields.of(snapshot.id(), files);
    }

    static Snapshot snapshot(Fields in) {
        long id = in.number();
        Fields listed = Fields.in(in.any());
        List<LandedFile> files = new ArrayList<>();
        while (listed.hasMore()) {
            files.add(file(Fields.in(listed.any())));
        }
        return new Snapshot(id, files);
    }

    private static LandedFile file(Fields in) {
        return new LandedFile(
                dataset(in.text()),
                Path.of(in.text()),
                LandedFile.Kind.valueOf(in.text()),
                in.number(),
                in.text(),
                in.number(),
                in.number());
    }

    private static Dataset dataset(String name) {
        return Datasets.all().stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<@Nullable Object> fields(Model model) {
        return Fields.of(
                model.name(),
                model.file(),
                model.grain(),
                model.key(),
                model.notNull(),
                model.holds().orElse(null),
                model.isTable(),
                model.repeats().orElse(null),
                model.select());
    }

    static Model model(Fields in) {
        return new Model(
                in.text(),
                in.text(),
                in.text(),
                in.texts(),
                in.texts(),
                in.findText(),
                in.flag(),
                in.findText(),
                in.text());
    }
}
