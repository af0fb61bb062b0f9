package io.rapport.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.bench.source.MailSource;
import io.rapport.bench.source.SimulatedCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementIT {

    private static final int EMAILS = 20_000;

    @Test
    void measures_what_really_lands_and_is_enriched(@TempDir Path folder) throws IOException {
        MailSource company = new SimulatedCompany(EMAILS);
        Place place = new Place(folder.resolve("home"), Runtime.getRuntime().maxMemory() + 1_000_000_000);

        Figures imported = ImportMeasurement.run(company, place);
        Figures floor = FloorMeasurement.run(place);
        Figures enriched = EnrichMeasurement.run(company, place, Files.createDirectory(folder.resolve("work")));

        assertThat(imported.value("User_v1.rows")).isGreaterThan(60);
        assertThat(imported.value("Message_v1.rows")).isEqualTo(enriched.value("copies"));
        assertThat(enriched.value("emails")).isBetween(EMAILS * 0.5, EMAILS * 1.5);
        assertThat(enriched.value("emailsCounted")).isBetween(EMAILS * 0.05, EMAILS * 0.6);
        assertThat(floor.effort("floor").processorSeconds()).isPositive();
        assertThat(enriched.efforts("model.").keySet()).contains("email_outline", "account_engagement");
        // The four tables, and the one that only pages read.
        assertThat(enriched.efforts("table.")).hasSize(5);
    }

    @Test
    void figures_come_back_from_their_file(@TempDir Path folder) {
        Figures figures = new Figures().put("rows", 3).put("enrich", new Effort(1.5, 2.25));
        figures.write(folder.resolve("figures"));

        Figures read = Figures.read(folder.resolve("figures"));

        assertThat(read.value("rows")).isEqualTo(3);
        assertThat(read.effort("enrich")).isEqualTo(new Effort(1.5, 2.25));
        assertThat(read.has("peakBytes")).isFalse();
    }
}
