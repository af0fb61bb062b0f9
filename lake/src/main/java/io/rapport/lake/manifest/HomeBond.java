package io.rapport.lake.manifest;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees to it that a home folder and a state database belong together. A wrong database would show an empty lake, and the
 * sweep would take every landed file for an orphan.
 */
final class HomeBond {

    private static final String OTHER_HOME = " or use another home.";

    private final HomeLayout layout;
    private final StateLocation location;

    HomeBond(HomeLayout layout, StateLocation location) {
        this.layout = layout;
        this.location = location;
    }

    /** Compares what is asked for with what lies in the home, before anything is opened. */
    void requireRightKind() {
        Path own = layout.stateDatabase();
        if (location.findFile().isEmpty()) {
            if (hasContent(own)) {
                throw mismatch("The home " + layout.home() + " keeps its state in " + own.getFileName()
                        + ", not in the PostgreSQL database " + location
                        + ". Leave out --state-url (RAPPORT_STATE_URL)," + OTHER_HOME);
            }
            return;
        }
        // The id is looked for first: beside a file it is always written after it.
        boolean isKnown = HomeId.find(layout).isPresent();
        if (location.findFile().filter(HomeBond::hasContent).isPresent()) {
            return;
        }
        if (isKnown) {
            throw mismatch("The home " + layout.home() + " has no " + own.getFileName()
                    + ": its state is in a PostgreSQL database. Name that with --state-url (RAPPORT_STATE_URL),"
                    + OTHER_HOME);
        }
        if (hasLandedFiles()) {
            throw mismatch("The home " + layout.home() + " holds landed files, but no " + own.getFileName()
                    + " that knows them. Restore it from a backup, or name the PostgreSQL database that knows them with"
                    + " --state-url (RAPPORT_STATE_URL).");
        }
    }

    /** For a database that knows nothing yet. */
    void requireNothingLanded() {
        if (hasLandedFiles()) {
            throw mismatch("The home " + layout.home() + " holds landed files of which the state database " + location
                    + " knows nothing. Name the database that knows them," + OTHER_HOME);
        }
    }

    /** Compares the ids; ties home and database to each other where both are new. */
    void tie(StateDatabase state) {
        Optional<HomeId> known = state.read(HomeBond::find);
        HomeId expected = known.orElseGet(() -> state.write(db -> find(db).orElseGet(() -> insert(db))));
        Optional<HomeId> own = HomeId.find(layout);
        if (own.isEmpty() && location.findFile().isPresent()) {
            expected.write(layout);
        } else if (own.isEmpty()) {
            throw mismatch("The state database " + location + " belongs to another home than " + layout.home()
                    + ". Name this home's own database," + OTHER_HOME + " If this is that home and only its file "
                    + layout.id().getFileName() + " was lost, put it back with the line " + expected + ".");
        } else if (!own.get().equals(expected)) {
            throw mismatch("The state database " + location + " belongs to another home than " + layout.home()
                    + ". Name this home's own database," + OTHER_HOME);
        }
    }

    private static Optional<HomeId> find(JdbcClient db) {
        return db.sql("select id from lake_home").query(String.class).optional().map(HomeId::of);
    }

    /**
     * The only writer of a database comes here. The id of a PostgreSQL home lies in its folder before the database knows
     * it, that of a file's the other way round: so what came second proves that the first is there.
     */
    private HomeId insert(JdbcClient db) {
        Optional<HomeId> own = HomeId.find(layout);
        HomeId id = own.orElseGet(HomeId::random);
        if (location.findFile().isEmpty()) {
            requireNothingLanded();
            if (own.isEmpty()) {
                id.write(layout);
            }
        } else if (own.isPresent()) {
            throw mismatch("The state database " + location + " is none of the home " + layout.home()
                    + ", whose state is elsewhere. Name that with --state-url (RAPPORT_STATE_URL)," + OTHER_HOME);
        }
        db.sql("insert into lake_home (id) values (?)").param(id.toString()).update();
        return id;
    }

    private boolean hasLandedFiles() {
        try (Stream<Path> tree = Files.walk(layout.lake())) {
            return tree.anyMatch(path -> path.toString().endsWith(".parquet") && !path.startsWith(layout.staging()));
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED, "The folder " + layout.lake() + " can't be read. Check its owner.", e);
        }
    }

    private static boolean hasContent(Path file) {
        return file.toFile().length() > 0;
    }

    private static RapportException mismatch(String message) {
        return new RapportException(LakeError.HOME_MISMATCH, message);
    }
}
