package io.rapport.serve.erasure;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.manifest.SourceContent;
import io.rapport.lake.retention.Erased;
import io.rapport.serve.connection.ConnectionTraces;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.erasure.Certificate.FileCount;
import io.rapport.serve.erasure.DataErasures.Open;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.state.ServeState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Erases connections with all that they brought, and certifies it. What was broken off, whenever and however, is finished by
 * the next erasure of a connection, whichever it names. For one thread.
 */
public final class ConnectionErasures {

    private static final String PLACE = "data-erasure";

    private final Home home;
    private final ServeState state;
    private final Lake lake;
    private final SecretBox secrets;
    private final InstantSource instants;
    private final Disconnection disconnection;
    private final DataErasures asked;

    public ConnectionErasures(Home home, ServeState state, Lake lake, SecretBox secrets, InstantSource instants) {
        this.home = home;
        this.state = state;
        this.lake = lake;
        this.secrets = secrets;
        this.instants = instants;
        this.disconnection = new Disconnection(state, lake, home, instants);
        this.asked = new DataErasures(home, state, instants);
    }

    /**
     * What came of one.
     *
     * @param erased what readers see less, and files; of one that was broken off, what was still there
     * @param outside folders of extractions outside of the home, which no erasure reaches
     */
    public record Done(ConnectionCertificate certificate, Erased erased, List<Path> outside) {

        public Done {
            outside = List.copyOf(outside);
        }
    }

    /** Whether there is a connection of this name, or an erasure of one that is not finished. */
    public boolean isKnown(String name) {
        return disconnection.findTraces(name).isPresent() || findOpen(name).isPresent();
    }

    /**
     * Erases a connection, and then what was broken off of others; waits for those that do the same.
     *
     * @param by who does, as people know them
     * @param from where, as the access log has it
     * @throws io.rapport.core.error.RapportException {@link io.rapport.serve.connection.ConnectionError#CONNECTION_UNKNOWN}, or
     *     {@link io.rapport.serve.connection.ConnectionError#ERASURE_INCOMPLETE} where something of it is found
     */
    public Done erase(String name, String by, String from, Progress progress) {
        ErasureTurn turn = ErasureTurn.take(home);
        try {
            Optional<ConnectionTraces> there = disconnection.findTraces(name);
            Optional<Open> open = findOpen(name)
                    .filter(one -> there.isEmpty()
                            || there.get().source().equals(traces(one).source()));
            open.ifPresent(one -> asked.resume(one.erasure(), by, from));
            Done done = finish(
                    open.orElseGet(() -> begin(there.orElseThrow(() -> unknown(name)), by, from)), from, progress);
            listOpen().forEach(one -> {
                var unused = finish(one, from, progress);
            });
            return done;
        } finally {
            turn.close();
        }
    }

    private List<Open> listOpen() {
        return asked.listOpen().stream()
                .filter(one -> !one.erasure().isOfEverything())
                .toList();
    }

    /** Of several the latest one: the others were of connections that had the same name before. */
    private Optional<Open> findOpen(String name) {
        return listOpen().stream()
                .filter(one -> one.erasure().connection().equals(name))
                .reduce((earlier, later) -> later);
    }

    private RuntimeException unknown(String name) {
        var unused = new Connections(state).require(name);
        return new IllegalStateException("it was connected this moment");
    }

    private Open begin(ConnectionTraces traces, String by, String from) {
        List<String> words = new ArrayList<>();
        words.add(traces.source());
        words.addAll(traces.words());
        Found found = new Found(
                traces.connector(),
                lake.contentsOf(traces.source()),
                FileTraces.files(home.extractions()).size(),
                FileCount.of(home));
        String sealed = secrets.encrypt(PLACE, JsonText.of(words).getBytes(StandardCharsets.UTF_8));
        return asked.begin(traces.name(), found, sealed, by, from);
    }

    private Done finish(Open one, String from, Progress progress) {
        progress.report("Erasing what it brought, then looking at every file of the home", 0, -1);
        ConnectionTraces traces = traces(one);
        Erased erased = disconnection.erase(traces);
        List<Path> outside = disconnection.extractionsOutside();
        List<SourceContent> left = lake.contentsOf(traces.source());
        ConnectionCertificate certificate = new ConnectionCertificate(
                one.erasure(),
                instants.instant(),
                one.found(),
                left,
                FileCount.of(home),
                !traces.isFolder(),
                outside.size());
        new Certificates(home).write(certificate.name(), certificate.fields(), certificate.lines());
        asked.finish(one.erasure(), from);
        lake.settleErasure();
        return new Done(certificate, erased, outside);
    }

    private ConnectionTraces traces(Open one) {
        String sealed = one.words();
        List<String> words = sealed == null
                ? List.of("")
                : JsonText.strings(new String(secrets.decrypt(PLACE, sealed), StandardCharsets.UTF_8));
        return new ConnectionTraces(
                one.erasure().connection(), one.found().connector(), words.get(0), words.subList(1, words.size()));
    }
}
