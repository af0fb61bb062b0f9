package io.rapport.bench.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.bench.measure.Figures;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.company.MailboxState;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.mailbox.Mailbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MailReadingIT {

    private static final int PEOPLE = 12;
    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void every_message_of_every_mailbox_is_read_once() throws IOException {
        PipedOutputStream stop = new PipedOutputStream();
        PipedInputStream end = new PipedInputStream(stop);
        PipedInputStream said = new PipedInputStream();
        PrintWriter says = new PrintWriter(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
        CompletableFuture<Figures> server = CompletableFuture.supplyAsync(() -> serve(end, says));
        BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8));

        MailReading.Read read = MailReading.run(TenantAddress.of(lines.readLine()), 2, Integer.MAX_VALUE);
        stop.close();
        Figures figures = server.join();

        assertThat(read.messages()).isEqualTo(messages()).isGreaterThan(500);
        assertThat(read.bytes()).isGreaterThan(500 * read.messages());
        assertThat(figures.value("broken")).isZero();
        assertThat(figures.value("requests")).isGreaterThan((double) read.mailboxes());
        assertThat(figures.value("heapKeptBytes")).isPositive();
    }

    @Test
    void an_address_is_a_line_of_its_own_kind() {
        assertThat(TenantAddress.isOne("Picked up JAVA_TOOL_OPTIONS")).isFalse();
        assertThatThrownBy(() -> TenantAddress.of("tenant http://127.0.0.1:1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Figures serve(PipedInputStream end, PrintWriter says) {
        try {
            return TenantServer.serve(PEOPLE, 1, end, says);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the generator has them, of all who may sign in and have a mailbox. */
    private static long messages() {
        Company company = Company.found(new CompanyPlan(1, PEOPLE, PEOPLE / 2, YearMonth.of(2026, 2)));
        Correspondences correspondences = new Correspondences(company);
        List<Person> people = company.people().stream()
                .filter(person -> person.isInDirectory(TIME)
                        && person.isEnabled(TIME)
                        && person.mailboxState(TIME) == MailboxState.ACTIVE)
                .toList();
        return people.stream()
                .mapToLong(person -> Mailbox.open(correspondences, person, TIME)
                        .messages(TIME)
                        .size())
                .sum();
    }
}
