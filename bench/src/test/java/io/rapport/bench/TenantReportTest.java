package io.rapport.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.tenant.MailReading;
import org.junit.jupiter.api.Test;

class TenantReportTest {

    @Test
    void says_how_many_messages_a_second_of_the_clock_and_of_both_processors_took() {
        Figures served = new Figures()
                .put("serving", new Effort(30, 20))
                .put("heapPeakBytes", 4e8)
                .put("heapKeptBytes", 8e7);

        String report = new TenantReport(
                        2_500,
                        12,
                        2.25,
                        new MailReading.Read(2_300, 2_000_000, 2_600_000_000L),
                        new Effort(10, 20),
                        served)
                .markdown();

        assertThat(report)
                .contains("| a tenant of 2,500 people, 12 months |  |")
                .contains("| seconds until it listened | 2.3 |")
                .contains("| mailboxes / messages | 2,300 / 2,000,000 |")
                .contains("| bytes of JSON per message | 1,300 |")
                .contains("| **messages/s by the clock** | **100,000** |")
                .contains("| messages per processor second of both | 50,000 |")
                .contains("| most heap, at most, MB | 400 |")
                .contains("| peak memory of the process, MB | not known here |");
    }
}
