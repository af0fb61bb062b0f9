package io.rapport.serve.cli;

import io.rapport.connect.consent.Connector;
import picocli.CommandLine.Command;

/** Connects a tenant whose app may read the basics of calendars. */
@Command(
        name = "outlook-calendar",
        header = "Read who met whom and when in a tenant, with an app that can reach nothing else of it.",
        sortOptions = false,
        description = {
            "The app exists in the tenant and has its consent: docs/connect/outlook-calendar.md. Every permission is",
            "tried with one cheap call; nothing is read before the first sync. The app may not read groups: whom to",
            "read is said by --mailbox and --filter."
        },
        footer = {
            "",
            "Example:",
            "  rapport connect outlook-calendar --tenant contoso.onmicrosoft.com \\",
            "    --client-id 11111111-2222-3333-4444-555555555555 --certificate rapport.pem"
        })
final class OutlookCalendarCommand extends GraphConnectCommand {

    OutlookCalendarCommand() {
        super(Connector.OUTLOOK_CALENDAR);
    }
}
