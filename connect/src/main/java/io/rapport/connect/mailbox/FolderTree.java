package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.ObjectAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The folders of a mailbox by id and place; names of folders are never asked for. */
final class FolderTree {

    private final boolean isCounted;
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Map<String, Boolean> known = new HashMap<>();

    /** @param isCounted whether Graph says of each how many are below it; where it doesn't, there may be some */
    FolderTree(boolean isCounted) {
        this.isCounted = isCounted;
    }

    /**
     * Adds a page of folders; answers with the next page's link.
     *
     * @param withChildren hears of those that have children, or may have some
     */
    Optional<String> add(Answer answer, Consumer<String> withChildren) throws IOException {
        // A page may break off and come again: until it is whole, nothing of it counts.
        List<Folder> page = new ArrayList<>();
        Optional<String> next =
                ListPage.read(answer, parser -> page.add(folder(parser))).findNext();
        for (Folder folder : page) {
            if (parents.put(folder.id(), folder.parent()) == null && folder.hasChildren()) {
                withChildren.accept(folder.id());
            }
        }
        return next;
    }

    /** Adds one folder. */
    void add(Answer answer) throws IOException {
        ObjectAnswer.read(answer, parser -> {
            Folder folder = folder(parser);
            parents.put(folder.id(), folder.parent());
        });
    }

    boolean has(String folder) {
        return parents.containsKey(folder);
    }

    /** A folder that is not read, nor what is below it. */
    void leaveOut(Answer answer) throws IOException {
        ObjectAnswer.read(answer, parser -> leftOut.add(folder(parser).id()));
    }

    /** The folders to be read, in the order in which Graph named them. */
    List<String> read() {
        known.clear();
        return parents.keySet().stream().filter(folder -> !isLeftOut(folder)).toList();
    }

    /** Whether a folder, or one above it, is not read. */
    boolean isLeftOut(String folder) {
        Boolean before = known.get(folder);
        if (before != null) {
            return before;
        }
        // A ring of folders can't be; should there be one, it is read.
        known.put(folder, false);
        String parent = parents.get(folder);
        boolean is = leftOut.contains(folder) || (parent != null && isLeftOut(parent));
        known.put(folder, is);
        return is;
    }

    /**
     * @param parent the folder above it, or empty
     * @param hasChildren whether there are folders below it; or may be
     */
    private record Folder(String id, String parent, boolean hasChildren) {}

    /** A folder without an id is a garbled answer: to take it for none would lose what it holds. */
    private Folder folder(JsonParser parser) throws IOException {
        String id = "";
        String parent = "";
        boolean hasChildren = !isCounted;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("id") && token == JsonToken.VALUE_STRING) {
                id = parser.getString();
            } else if (name.equals("parentFolderId") && token == JsonToken.VALUE_STRING) {
                parent = parser.getString();
            } else if (name.equals("childFolderCount") && token == JsonToken.VALUE_NUMBER_INT) {
                hasChildren = parser.getIntValue() > 0;
            } else {
                parser.skipChildren();
            }
        }
        if (id.isEmpty()) {
            throw new IOException("a folder has no id");
        }
        return new Folder(id, parent, hasChildren);
    }
}
