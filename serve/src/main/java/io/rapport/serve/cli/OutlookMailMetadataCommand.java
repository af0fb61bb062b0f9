package io.rapport.serve.cli;

import io.rapport.connect.consent.Connector;
import picocli.CommandLine.Command;

/** Connects a tenant whose app may read the metadata of mail and nothing more. */
@Command(
        name = "outlook-mail-metadata",
        header = "Read the mail metadata of a tenant, with an app that can reach nothing else of it.",
        sortOptions = false,
        description = {
            "The app exists in the tenant and has its consent: docs/connect/outlook-mail-metadata.md. Every",
            "permission is tried with one cheap call; nothing is read before the first sync."
        },
        footer = {
            "",
            "Example:",
            "  rapport connect outlook-mail-metadata --tenant contoso.onmicrosoft.com \\",
            "    --client-id 11111111-2222-3333-4444-555555555555 --certificate rapport.pem"
        })
final class OutlookMailMetadataCommand extends GraphConnectCommand {

    OutlookMailMetadataCommand() {
        super(Connector.OUTLOOK_MAIL_METADATA);
    }
}
