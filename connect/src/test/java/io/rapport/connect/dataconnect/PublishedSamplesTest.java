package io.rapport.connect.dataconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.connect.MapLanding;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.ParquetLines;
import io.rapport.core.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Microsoft's published samples, where they lie beside the checkout. */
class PublishedSamplesTest {

    private static final ParquetLines NO_PARQUET = (file, dataset, consumer) -> {
        throw new AssertionError("no sample is Parquet");
    };

    @ParameterizedTest
    @CsvSource({
        "CalendarView_v0, CalendarView_v0, 10",
        "Contact_v0, Contact_v1, 10",
        "Contact_v1, Contact_v1, 10",
        "Event_v1, Event_v1, 10",
        "GroupDetails_v0, GroupDetails_v0, 16",
        "GroupMembers_v0, GroupMembers_v0, 8",
        "Inbox_v1, Inbox_v1, 10",
        "MailboxSettings_v0, MailboxSettings_v0, 10",
        "Message_v1, Message_v1, 10",
        "SentItem_v1, SentItem_v1, 10",
        "User_v1, User_v1, 10"
    })
    void imports(String sample, String name, int rows) {
        Path folder = Path.of("..", "..", "shared", "data", "mgdc-samples");
        assumeTrue(
                Files.isDirectory(folder),
                "no samples here: they are looked for in ../shared/data/mgdc-samples beside the checkout");
        Dataset dataset = Datasets.find(name).orElseThrow();
        MapLanding landing = new MapLanding();

        ImportSummary summary = new ExportImport(landing, NO_PARQUET, RejectLog.NONE, ImportLimits.DEFAULT)
                .run(dataset, List.of(folder.resolve("BasicDataSet_v0." + sample + ".json")), Progress.NONE);

        assertThat(summary.read()).isEqualTo(rows);
        assertThat(summary.rejected()).isZero();
        assertThat(summary.added() + summary.superseded()).isEqualTo(rows);
        assertThat(landing.rows(dataset)).isNotEmpty();
    }
}
