package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import java.util.Optional;
import java.util.function.Consumer;

/** A list of which Graph tells the changes, and what follows from them: a folder of mail or of contacts, a calendar. */
interface Feed {

    /** Reads its items. */
    ItemRows items();

    /** All that is there. */
    GraphRequest first();

    /** From where it was left. */
    GraphRequest follow(String link);

    /** One item, wherever it is now. */
    GraphRequest item(String id);

    /** What was taken so far holds everything that this link stands for. */
    void reached(String link);

    /**
     * Whether the item that was just looked up is none of what is read, although it is there.
     *
     * @param hasLeft whether the list was said to hold it no more
     */
    boolean isElsewhere(boolean hasLeft, ItemRows.Kind kind);

    /** There is no such item any more. */
    void gone(String id);

    /** Names what has landed of the list, where reading it anew has to find out what is gone; otherwise nothing. */
    void eachLanded(Consumer<String> ids);

    /** Whether what has landed of the list has to be gone through when it is read anew. */
    boolean takesOutWhatIsGone();

    /**
     * Another way of reading on.
     *
     * @param isFirst whether nothing of the list was ever answered
     */
    Optional<Runnable> findOtherWay(GraphFailure failure, boolean isFirst);
}
