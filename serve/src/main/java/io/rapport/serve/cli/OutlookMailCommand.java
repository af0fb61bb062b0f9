package io.rapport.serve.cli;

import io.rapport.connect.consent.Connector;
import picocli.CommandLine.Command;

/** Connects a tenant whose app may read mail. */
@Command(
        name = "outlook-mail",
        header = "Read the mail metadata of a tenant, with an app that may read mail.",
        sortOptions = false,
        description = {
            "The app exists in the tenant and has its consent: docs/connect/outlook-mail.md. Every permission is",
            "tried with one cheap call; nothing is read before the first sync. Where outlook-mail-metadata will",
            "do, prefer that: its app cannot reach a body."
        },
        footer = {
            "",
            "Example:",
            "  rapport connect outlook-mail --tenant contoso.onmicrosoft.com \\",
            "    --client-id 11111111-2222-3333-4444-555555555555 --certificate rapport.pem"
        })
final class OutlookMailCommand extends GraphConnectCommand {

    OutlookMailCommand() {
        super(Connector.OUTLOOK_MAIL);
    }
}
