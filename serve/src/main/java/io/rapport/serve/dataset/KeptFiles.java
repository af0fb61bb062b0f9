package io.rapport.serve.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What rests in the home of extractions, and how it goes. */
public final class KeptFiles {

    private final Extractions log;
    private final ExtractionPlace place;

    public KeptFiles(Extractions log, ExtractionPlace place) {
        this.log = log;
        this.place = place;
    }

    /** Deletes the files of one; its line in the log stays. */
    public void delete(String id) {
        place.delete(id);
        log.remove(id);
    }

    /**
     * Deletes the files of all that were begun until now. One that is under way fails then, for it does not find its files
     * any more.
     *
     * @return what is still there
     */
    public List<Path> deleteAll() {
        List<String> ids = place.ids();
        place.deleteAll(ids);
        log.list().stream()
                .filter(one -> one.isKept() && one.removedAt() == null)
                .filter(one -> ids.contains(one.id()))
                .forEach(one -> log.remove(one.id()));
        return new ArrayList<>(place.findRest(ids));
    }
}
