package io.rapport.bench.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of work that is killed. A trial has a folder of its own, its place. */
interface Stage {

    String name();

    /** Makes what every trial begins with. */
    void prepare() throws IOException, InterruptedException;

    /** Lays out a trial's place, which is an empty folder. */
    void lay(Path place) throws IOException, InterruptedException;

    /** The home that the work is done on. */
    Path home(Path place);

    /** What is killed, and said again afterwards where the work was not done. */
    List<String> words(Path place);

    /**
     * Looks at what somebody sees right after a kill.
     *
     * @param calm the place of an undisturbed trial
     * @return whether the work was done by then
     * @throws Fault where something is lost, twice or half
     */
    boolean look(Path place, Path calm) throws IOException, InterruptedException;

    /** What is said next where the work was done. */
    default List<String> anyWords() {
        return List.of("query", "select 1 as one");
    }

    /**
     * All that counts of a trial whose work is done, as text: that of each must be the same.
     *
     * @throws Fault where something is left over
     */
    String result(Path place) throws IOException, InterruptedException;
}
