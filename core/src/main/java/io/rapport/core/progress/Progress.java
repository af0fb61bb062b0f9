package io.rapport.core.progress;

/** Hears how far a long piece of work is. Implementations are cheap to call often, and safe from any thread. */
public interface Progress {

    Progress NONE = (task, done, total) -> {};

    /**
     * @param task what is being done, in words for the reader
     * @param done units finished so far
     * @param total units in all, or -1 where that is not known
     */
    void report(String task, long done, long total);
}
