package io.rapport.serve.cli;

import picocli.CommandLine;

/** The commands, in the order in which people meet them. */
final class Commands {

    private Commands() {}

    static CommandLine addTo(CommandLine rapport) {
        return rapport.addSubcommand(new DemoCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new DatasetsCommand())
                .addSubcommand(new CommandLine(new ConnectCommand())
                        .addSubcommand(new OutlookMailMetadataCommand())
                        .addSubcommand(new OutlookMailCommand())
                        .addSubcommand(new OutlookCalendarCommand())
                        .addSubcommand(new DataConnectCommand()))
                .addSubcommand(new ConnectionsCommand())
                .addSubcommand(new SyncCommand())
                .addSubcommand(new DisconnectCommand())
                .addSubcommand(new EraseCommand())
                .addSubcommand(new DoctorCommand())
                .addSubcommand(new CommandLine(new ProfilesCommand())
                        .addSubcommand(new ProfilesCommand.Import())
                        .addSubcommand(new ProfilesCommand.Remove()))
                .addSubcommand(new EnrichCommand())
                .addSubcommand(new SnapshotCommand())
                .addSubcommand(new SuppressionsCommand())
                .addSubcommand(new ImportRunCommand())
                .addSubcommand(new RunsCommand())
                .addSubcommand(new CustomersCommand())
                .addSubcommand(new SegmentsCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ExtractCommand())
                .addSubcommand(new CommandLine(new ApprovalsCommand())
                        .addSubcommand(new ApprovalsCommand.All())
                        .addSubcommand(new ApprovalsCommand.Request())
                        .addSubcommand(new ApprovalsCommand.Approve())
                        .addSubcommand(new ApprovalsCommand.Deny())
                        .addSubcommand(new ApprovalsCommand.Revoke()))
                .addSubcommand(new CommandLine(new ReportCommand())
                        .addSubcommand(new ContactActivityCommand())
                        .addSubcommand(new CollaborationCommand()))
                .addSubcommand(new QueryCommand())
                .addSubcommand(new CompactCommand())
                .addSubcommand(new RetentionCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new CommandLine(new ApiKeysCommand())
                        .addSubcommand(new ApiKeysCommand.All())
                        .addSubcommand(new ApiKeysCommand.Create())
                        .addSubcommand(new ApiKeysCommand.Revoke()))
                .addSubcommand(new CommandLine(new AccessLogCommand()).addSubcommand(new AccessLogCommand.Verify()))
                .addSubcommand(new BackupCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new RotateKeyCommand())
                .addSubcommand(new SimulateCommand());
    }
}
