package io.rapport.serve.erasure;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.ParquetTraces;
import io.rapport.lake.retention.PersonCounts;
import io.rapport.lake.retention.Persons;
import io.rapport.serve.dataset.ExtractionPlace;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.dataset.KeptFiles;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.erasure.AskedErasures.Open;
import io.rapport.serve.erasure.Certificate.FileCount;
import io.rapport.serve.home.Home;
import io.rapport.serve.insight.KeptDepartments;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Erases people from a home, all of a request at once, and proves it. What was broken off, whenever and however, is finished
 * by the next erasure, whoever it names. For one thread.
 */
public final class PersonErasures {

    private final Home home;
    private final ServeState state;
    private final Lake lake;
    private final InstantSource instants;
    private final AskedErasures asked;
    private final KeptDepartments departments;

    public PersonErasures(Home home, ServeState state, Lake lake, SecretBox secrets, InstantSource instants) {
        this.home = home;
        this.state = state;
        this.lake = lake;
        this.instants = instants;
        this.asked = new AskedErasures(state, secrets, instants);
        this.departments = new KeptDepartments(state, new Settings(state, instants), secrets);
    }

    /**
     * What somebody asks for.
     *
     * @param people how many were named
     * @param persons by all that the home knows them by
     */
    public record Asked(int people, Persons persons) {}

    /**
     * @param words addresses and object ids, as somebody wrote them
     * @throws RapportException {@link PersonErasureError#PERSON_WORDS}
     */
    public Asked ask(Collection<String> words) {
        List<String> named = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        long strange = named.stream().filter(PersonErasures::isStrange).count();
        if (named.isEmpty() || strange > 0) {
            throw new RapportException(
                    PersonErasureError.PERSON_WORDS,
                    named.isEmpty()
                            ? "Nobody is named. Name each person by an address, or by the object id of the directory."
                            : strange + " of " + named.size()
                                    + " words are no address and no object id. An address looks"
                                    + " like ana@contoso.com, an id like 5e1f0c1a-8a4d-4f6e-9d3b-0a1b2c3d4e5f.");
        }
        Persons persons = Persons.of(named);
        return new Asked(persons.all().size(), lake.resolve(persons));
    }

    /** A word that is short, or of several words, could stand anywhere. */
    private static boolean isStrange(String word) {
        return word.indexOf('@') >= 0
                ? Persons.of(List.of(word)).addresses().isEmpty()
                : !word.matches("[A-Za-z0-9][A-Za-z0-9_-]{7,99}");
    }

    /** What an erasure would do to the lake; does nothing. */
    public List<PersonCounts> count(Asked request) {
        return lake.countOf(request.persons());
    }

    /**
     * Erases them, and before them those whose erasure was broken off.
     *
     * @param by who does, as people know them
     * @param from where, as the access log has it
     * @return the certificates, that of this request last; none where another process was faster
     * @throws RapportException {@link PersonErasureError#PERSON_STILL_THERE} where the look at every file finds something
     */
    public List<Certificate> erase(Asked request, String by, String from, Progress progress) {
        int unused = request(request, by);
        return finish(from, progress);
    }

    /** Notes that they are to be erased; {@link #finish} does it. Returns the certificate's number. */
    public int request(Asked request, String by) {
        return asked.listOpen().stream()
                .filter(one -> one.persons().all().containsAll(request.persons().all()))
                .findFirst()
                .orElseGet(() -> asked.open(request.people(), request.persons(), by))
                .number();
    }

    /**
     * Erases all that were asked for and are not erased yet; waits for others that do. Each is in the access log once it is
     * finished.
     *
     * @param from where, as the access log has it
     */
    public List<Certificate> finish(String from, Progress progress) {
        ErasureTurn turn = ErasureTurn.take(home);
        try {
            return asked.listOpen().stream()
                    .map(one -> erase(one, from, progress))
                    .toList();
        } finally {
            turn.close();
        }
    }

    /** All that were ever asked for, the latest first; at most 1,000. */
    public List<AskedErasure> list() {
        return asked.list();
    }

    private Certificate erase(Open one, String from, Progress progress) {
        PersonWords words = new PersonWords(one.persons());
        FileCount before = FileCount.of(home);
        Set<String> hashes = lake.suppress(one.persons());
        Map<String, Long> beside = new LinkedHashMap<>();
        try (ParquetTraces parquet = lake.parquetTraces(one.persons())) {
            FileTraces files = new FileTraces(home, words, parquet);
            StateTraces traces = new StateTraces(state, words);
            progress.report("Erasing what was made of the data", 0, -1);
            note(beside, "Contacts in customer profiles", files.removeContacts());
            note(beside, "Files sent for profiles", files.removeUploads());
            note(beside, "Rows of output tables", files.removeOutputRows());
            note(beside, "Extractions", removeExtractions());
            note(beside, "Counts for pages", files.removeInsights());
            note(beside, "Months of a department", (long)
                    departments.forget(one.persons().ids()));
            note(beside, "Lines of logs", files.removeLogLines());
            note(beside, "Values in the state database", traces.remove());
            progress.report("Writing files of the lake anew", 0, -1);
            List<PersonCounts> datasets = lake.erase(one.persons());
            lake.settleErasure();
            progress.report("Looking at every file of the home", 0, -1);
            var unused = new Enrichments(state, instants).runSoon();
            long keptLines = traces.keptLines();
            List<String> rest = traces.findRest();
            FileCount after = new PersonProof(home, lake, files, progress).require(rest, keptLines);
            Certificate certificate = new Certificate(
                    one.number(),
                    one.people(),
                    one.askedAt(),
                    instants.instant(),
                    one.by(),
                    hashes,
                    datasets,
                    beside,
                    keptLines,
                    new RunLog(state, instants).deliveredOutputs(),
                    before,
                    after);
            new Certificates(home).write(certificate);
            asked.finish(one, from);
            lake.settleErasure();
            return certificate;
        }
    }

    /** What rests of extractions does not say whose rows it holds under which columns, so all go. */
    private long removeExtractions() {
        long before = FileTraces.files(home.extractions()).size();
        new KeptFiles(new Extractions(state, instants), new ExtractionPlace(home)).deleteAll();
        return before;
    }

    private static void note(Map<String, Long> beside, String what, long count) {
        if (count > 0) {
            beside.put(what, count);
        }
    }
}
