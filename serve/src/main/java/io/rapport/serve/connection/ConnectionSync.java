package io.rapport.serve.connection;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.mailbox.MailboxContent;
import io.rapport.connect.mailbox.MailboxState;
import io.rapport.connect.sync.CommitLimits;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.parquet.ParquetExport;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.dataset.RejectFile;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.state.ServeState;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sync of one connection, of whatever kind, from its name to words about what came of it. For one thread. */
public final class ConnectionSync {

    private final Home home;
    private final ServeState state;
    private final InstantSource instants;
    private final SecretBox secrets;
    private final DuckDbSettings engine;
    private final BiConsumer<String, io.rapport.connect.sync.SyncSummary> onSynced;
    private final Supplier<Lake> openLake;

    /**
     * @param location of the same state database
     * @param onSynced hears of each round over a tenant, with the connection's name
     */
    public ConnectionSync(
            Home home,
            StateLocation location,
            ServeState state,
            InstantSource instants,
            SecretBox secrets,
            DuckDbSettings engine,
            BiConsumer<String, io.rapport.connect.sync.SyncSummary> onSynced) {
        this.home = home;
        this.state = state;
        this.instants = instants;
        this.secrets = secrets;
        this.engine = engine;
        this.onSynced = onSynced;
        this.openLake = () -> Lake.open(home.folder(), location, instants, engine);
    }

    /**
     * Syncs it once.
     *
     * @throws io.rapport.core.error.RapportException where there is no such connection, or it comes to nothing
     */
    public String run(String name, Progress progress) throws InterruptedException {
        Optional<GraphConnection> tenant = new GraphConnections(state).find(name);
        try (Lake lake = openLake.get()) {
            return tenant.isPresent()
                    ? read(tenant.get(), lake, progress)
                    : look(new Connections(state).require(name), lake, progress);
        }
    }

    private String read(GraphConnection tenant, Lake lake, Progress progress) throws InterruptedException {
        try (RejectFile rejects = new RejectFile(home.rejects(), instants.instant(), tenant.name())) {
            io.rapport.connect.sync.SyncSummary summary = new GraphSync(state, instants, secrets)
                    .sync(tenant, lake, CommitLimits.USUAL, rejects::add, progress);
            onSynced.accept(tenant.name(), summary);
            return String.format(
                    Locale.ENGLISH,
                    "%,d mailboxes read, %s%,d rows added, %,d set aside",
                    summary.mailboxes().getOrDefault(MailboxState.OK, 0L),
                    items(summary),
                    summary.landed().added(),
                    summary.setAside().size());
        }
    }

    /** What Graph sent, kind by kind, each with a comma behind it. */
    private static String items(io.rapport.connect.sync.SyncSummary summary) {
        return Arrays.stream(MailboxContent.values())
                .filter(content -> summary.items().containsKey(content.dataset()))
                .map(content ->
                        String.format(Locale.ENGLISH, "%,d %ss, ", summary.items(content.dataset()), content.word()))
                .collect(Collectors.joining());
    }

    private String look(Connection folder, Lake lake, Progress progress) {
        try (Imports imports = new Imports(lake, progress)) {
            SyncSummary summary = new FolderSync(state, instants, imports).sync(folder, true);
            return String.format(
                    Locale.ENGLISH,
                    "%,d files imported, %,d known, %,d waiting, %,d set aside; %,d rows added",
                    summary.imported(),
                    summary.known(),
                    summary.waiting(),
                    summary.setAside().size(),
                    summary.added());
        }
    }

    /** The engine that reads Parquet exports starts with the first file. */
    private final class Imports implements FileImport, AutoCloseable {

        private final Lake lake;
        private final Progress progress;
        private @Nullable ParquetExport parquet;

        Imports(Lake lake, Progress progress) {
            this.lake = lake;
            this.progress = progress;
        }

        @Override
        public io.rapport.connect.dataconnect.ImportSummary run(
                Connection connection, io.rapport.core.dataset.Dataset dataset, java.nio.file.Path file) {
            ParquetExport reader = parquet;
            if (reader == null) {
                reader = new ParquetExport(engine);
                parquet = reader;
            }
            try (RejectFile rejects = new RejectFile(home.rejects(), instants.instant(), dataset.name())) {
                return new ExportImport(lake.landing(connection.source()), reader, rejects, ImportLimits.DEFAULT)
                        .run(dataset, List.of(file), progress);
            }
        }

        @Override
        public void close() {
            if (parquet != null) {
                parquet.close();
            }
        }
    }
}
