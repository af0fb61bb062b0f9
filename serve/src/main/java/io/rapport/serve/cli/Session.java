package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.parquet.ParquetExport;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.api.client.HomeApi;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.home.Home;
import io.rapport.serve.home.HomeError;
import io.rapport.serve.home.Memory;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the program: the global options, resolved against what surrounds it. */
final class Session {

    /** The rest is for the engine that reads Parquet exports. */
    private static final double LANDING_SHARE = 0.75;

    private final RapportCommand options;
    private final Surroundings surroundings;
    private final Interruption interruption;
    private final Console console;
    private final StateLocation state;

    Session(RapportCommand options, Surroundings surroundings, Interruption interruption) {
        this.options = options;
        this.surroundings = surroundings;
        this.interruption = interruption;
        this.console = new Console(surroundings, options.json, options.quiet);
        this.state = state(options, surroundings);
    }

    /** The same call in a home of its own, whatever home and state the environment names: nobody's data is touched. */
    Session apart(Path home) {
        if (options.home == null) {
            options.home = home;
        }
        Surroundings bare = new Surroundings(
                surroundings.out(),
                surroundings.err(),
                Map.of(),
                surroundings.terminal(),
                surroundings.instants(),
                surroundings.machineMemory());
        return new Session(options, bare, interruption);
    }

    Home home() {
        return home(options.home, surroundings);
    }

    static Home home(@Nullable Path option, Surroundings surroundings) {
        if (option != null) {
            return new Home(option);
        }
        String variable = surroundings.environment().getOrDefault("RAPPORT_HOME", "");
        return new Home(Path.of(variable.isBlank() ? "rapport-home" : variable));
    }

    /** Where the state database is. */
    StateLocation state() {
        return state;
    }

    /** The file in the home, unless somebody says otherwise. */
    private static StateLocation state(RapportCommand options, Surroundings surroundings) {
        Map<String, String> environment = surroundings.environment();
        String url = options.stateUrl != null ? options.stateUrl : environment.getOrDefault("RAPPORT_STATE_URL", "");
        return url.isBlank()
                ? StateLocation.file(home(options.home, surroundings).database())
                : StateLocation.url(url, environment.get("RAPPORT_STATE_PASSWORD"));
    }

    /** A variable of the environment; empty where it is not set. */
    String environment(String name) {
        return surroundings.environment().getOrDefault(name, "");
    }

    Memory memory() {
        return options.memory == null
                ? Memory.ofMachine(surroundings.machineMemory().getAsLong())
                : Memory.parse(options.memory);
    }

    /** Opens the home's lake, creates it where there is none. The caller closes it. */
    Lake openLake() {
        return Lake.open(home().folder(), state(), instants(), engineSettings(LANDING_SHARE));
    }

    /** Reads Parquet exports; its engine starts with the first file. The caller closes it. */
    ParquetOnDemand openParquet() {
        return new ParquetOnDemand(() -> new ParquetExport(engineSettings(1 - LANDING_SHARE)));
    }

    /** @throws RapportException {@link HomeError#HOME_EMPTY} where nothing has landed yet */
    void requireHomeInUse() {
        if (!home().isInUse()) {
            throw new RapportException(
                    HomeError.HOME_EMPTY,
                    "Nothing has landed in " + home().folder() + " yet. To begin: rapport import DATASET FILE.");
        }
    }

    /** What the API says of a home that is in use. The caller closes it. */
    HomeApi openApi() {
        requireHomeInUse();
        return HomeApi.open(home(), openState(), instants(), engineSettings(1));
    }

    /** The log of runs; its tables are created where there are none. */
    RunLog openRuns() {
        return new RunLog(openState(), instants());
    }

    /** The customer profiles of a home that is in use; their tables are created where there are none. */
    Profiles openProfiles() {
        return new Profiles(home(), openState(), instants());
    }

    /** The same, on a home that may be new; the lake finds out whether the state is the home's. */
    Profiles createProfiles() {
        openLake().close();
        return openProfiles();
    }

    /** Names of the customer profiles; none on a home that is not in use. */
    List<String> profileNames() {
        return home().isInUse() ? openProfiles().names() : List.of();
    }

    /** Creates the home's folders where they are missing, as the lake does. */
    void createHome() {
        new HomeLayout(home().folder()).create();
    }

    /** The state database, as far as serve owns it; its tables are created where there are none. */
    ServeState openState() {
        return ServeState.open(state());
    }

    /** The connections; their tables are created where there are none. The lake finds out whether the state is the home's. */
    Connections openConnections() {
        openLake().close();
        return new Connections(openState());
    }

    /** @throws RapportException {@link ConnectionError#CONNECTION_UNKNOWN} where nothing was ever connected */
    Connections requireConnections() {
        if (!home().isInUse()) {
            throw new RapportException(
                    ConnectionError.CONNECTION_UNKNOWN,
                    "There is no connection in " + home().folder() + ". To make one: rapport connect --help.");
        }
        return openConnections();
    }

    /** The key is made where there is none; the environment's comes first. */
    SecretBox openSecrets() {
        return new SecretBox(openKey());
    }

    /** As {@link #openSecrets()}, for who rotates it. */
    SecretKey openKey() {
        return SecretKey.open(
                variable(SecretKey.VARIABLE).orElse(null),
                variable(SecretKey.FORMER_VARIABLE).orElse(null),
                home().secretKey());
    }

    GraphSync openGraphSync() {
        return new GraphSync(openState(), instants(), openSecrets());
    }

    /** A variable of the environment; blank ones are none. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(surroundings.environment().get(name)).filter(value -> !value.isBlank());
    }

    /** @throws RapportException {@link CliError#INTERRUPTED} where the work was interrupted */
    <T> T interruptibly(Work<T> work) {
        try {
            return work.run();
        } catch (InterruptedException stopped) {
            throw new RapportException(
                    CliError.INTERRUPTED, "Interrupted. What was not finished left nothing behind.", stopped);
        }
    }

    /** Work that hears Ctrl-C. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws InterruptedException;
    }

    /**
     * Limits of one engine of this process.
     *
     * @param share of what all its engines may take together, more than 0, at most 1
     */
    DuckDbSettings engineSettings(double share) {
        long all = memory().engineShare(Runtime.getRuntime().maxMemory());
        return new DuckDbSettings(
                Math.max(Memory.LEAST_ENGINE_SHARE, (long) (all * share)),
                Runtime.getRuntime().availableProcessors(),
                home().temporary());
    }

    InstantSource instants() {
        return surroundings.instants();
    }

    /** Shows progress, and ends the work that reports it after Ctrl-C. The caller closes it. */
    ProgressView progress() {
        return new StoppingProgress(console.progress(), interruption);
    }

    Console console() {
        return console;
    }

    Interruption interruption() {
        return interruption;
    }
}
