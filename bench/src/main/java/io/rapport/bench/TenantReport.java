package io.rapport.bench;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.tenant.MailReading;
import java.util.Locale;

/**
 * What serving a tenant took, as a Markdown table.
 *
 * @param people of the company
 * @param months of its mail
 * @param startSeconds until it listened
 * @param read what came
 * @param reading the client's effort
 * @param served the server's figures
 */
record TenantReport(
        int people, int months, double startSeconds, MailReading.Read read, Effort reading, Figures served) {

    private static final double MEGABYTE = 1e6;

    String markdown() {
        double server = served.effort("serving").processorSeconds();
        double both = server + reading.processorSeconds();
        double mailboxes = (double) read.mailboxes();
        double messages = (double) read.messages();
        return String.join(
                "\n",
                "Measured with " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                        + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ".",
                "",
                line("a tenant of " + whole(people) + " people, " + months + " months", ""),
                "|---|--:|",
                line("seconds until it listened", tenths(startSeconds)),
                line("mailboxes / messages", whole(mailboxes) + " / " + whole(messages)),
                line("bytes of JSON per message", whole(read.bytes() / messages)),
                line("**messages/s by the clock**", "**" + whole(messages / reading.seconds()) + "**"),
                line("seconds by the clock", tenths(reading.seconds())),
                line("processor seconds, server / client", tenths(server) + " / " + tenths(reading.processorSeconds())),
                line("messages per processor second of both", whole(messages / both)),
                line("most heap, at most, MB", whole(served.value("heapPeakBytes") / MEGABYTE)),
                line("heap that is kept, MB", whole(served.value("heapKeptBytes") / MEGABYTE)),
                line(
                        "peak memory of the process, MB",
                        served.has("peakBytes") ? whole(served.value("peakBytes") / MEGABYTE) : "not known here"));
    }

    private static String line(String name, String value) {
        return "| " + name + " | " + value + " |";
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
