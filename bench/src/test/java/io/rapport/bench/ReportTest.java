package io.rapport.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

class ReportTest {

    @Test
    void says_what_an_enrichment_takes_in_times_the_floor() {
        String report = new Report(List.of(run(1_000_000, 1))).markdown();

        assertThat(report)
                .contains("| enrichment | 1M |")
                .contains("| scan floor, processor seconds | 2.0 |")
                .contains("| **times the floor** | **9.0** |")
                .contains("| processor time per row, µs | 16.0 |")
                .contains("| email_outline | 5.00 |")
                .contains("| all others | 4.00 |")
                .contains("| peak memory, GB | 1.25 |");
    }

    @Test
    void says_how_figures_grow_where_there_are_two_sizes() {
        String report = new Report(List.of(run(1_000_000, 1), run(10_000_000, 8))).markdown();

        assertThat(report)
                .contains("| enrichment | 1M | 10M | growth |")
                .contains("| processor seconds | 18.0 | 144.0 | × 8.0 |");
    }

    @Test
    void says_so_where_peak_memory_is_not_known() {
        Run run = run(1_000_000, 1);
        Figures without = new Figures()
                .put("Message_v1", new Effort(1, 1))
                .put("Message_v1.writing", new Effort(1, 1))
                .put("Message_v1.rows", 1)
                .put("Message_v1.bytes", 1);

        assertThat(new Report(List.of(
                                new Run(run.size(), without, run.before(), run.usual(), run.small(), run.after())))
                        .markdown())
                .contains("| peak memory, GB | not known here |");
    }

    @Test
    void replaces_the_tables_and_nothing_else(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("RESULTS.md"),
                "# Results\n\n" + ResultsFile.begin("a") + "\nold\n" + ResultsFile.end("a") + "\n\n"
                        + ResultsFile.begin("b") + "\nstays\n" + ResultsFile.end("b") + "\n\nRemarks.\n");

        ResultsFile.update(file, "a", "new");

        assertThat(file)
                .hasContent("# Results\n\n" + ResultsFile.begin("a") + "\n\nnew\n\n" + ResultsFile.end("a") + "\n\n"
                        + ResultsFile.begin("b") + "\nstays\n" + ResultsFile.end("b") + "\n\nRemarks.\n");
    }

    @Test
    void refuses_a_file_without_a_place_for_tables(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("README.md"), "My notes.");

        assertThatThrownBy(() -> ResultsFile.update(file, "a", "new")).hasMessageContaining("no place for tables");
        assertThat(file).hasContent("My notes.");
    }

    @Test
    void reads_sizes_as_people_write_them() {
        Size.Converter converter = new Size.Converter();

        assertThat(converter.convert("10M")).isEqualTo(new Size(10_000_000)).hasToString("10M");
        assertThat(converter.convert("200k")).hasToString("200K");
        assertThatThrownBy(() -> converter.convert("10"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("1M");
    }

    private static Run run(long emails, double times) {
        Figures imported = new Figures()
                .put("Message_v1.rows", 2_000_000)
                .put("Message_v1.bytes", 3e9)
                .put("Message_v1.writing", new Effort(2, 3))
                .put("Message_v1", new Effort(32, 20))
                .put("peakBytes", 0.5e9);
        Figures floor = new Figures().put("floor", new Effort(2, 1));
        Figures enriched = new Figures()
                .put("model.email_outline", new Effort(10 * times, 5))
                .put("model.account_day", new Effort(0.1 * times, 0.1))
                .put("enrich", new Effort(18 * times, 9))
                .put("emails", emails)
                .put("copies", emails * 2.25)
                .put("emailsCounted", 250_000)
                .put("rows", 1_000_000)
                .put("peakBytes", 1.25e9);
        return new Run(new Size(emails), imported, floor, enriched, enriched, floor);
    }
}
