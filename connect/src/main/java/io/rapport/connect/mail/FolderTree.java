package io.rapport.connect.mail;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.ObjectAnswer;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The folders of a mailbox by id and place; names of folders are never asked for. */
final class FolderTree {

    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Map<String, Boolean> known = new HashMap<>();

    /** Adds a page of folders; answers with those that have children, and with the next page's link. */
    Optional<String> add(Answer answer, List<String> withChildren) throws IOException {
        return ListPage.read(answer, parser -> folder(parser, withChildren)).findNext();
    }

    /** A folder that is not read, nor what is below it. */
    void leaveOut(Answer answer) throws IOException {
        boolean[] isNamed = {false};
        ObjectAnswer.read(answer, parser -> {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (name.equals("id") && token == JsonToken.VALUE_STRING) {
                    leftOut.add(parser.getString());
                    isNamed[0] = true;
                } else {
                    parser.skipChildren();
                }
            }
        });
        if (!isNamed[0]) {
            throw new IOException("a folder has no id");
        }
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

    /** A folder without an id is a garbled answer: to take it for none would lose its mail. */
    private void folder(JsonParser parser, List<String> withChildren) throws IOException {
        String id = "";
        String parent = "";
        int children = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("id") && token == JsonToken.VALUE_STRING) {
                id = parser.getString();
            } else if (name.equals("parentFolderId") && token == JsonToken.VALUE_STRING) {
                parent = parser.getString();
            } else if (name.equals("childFolderCount") && token == JsonToken.VALUE_NUMBER_INT) {
                children = parser.getIntValue();
            } else {
                parser.skipChildren();
            }
        }
        if (id.isEmpty()) {
            throw new IOException("a folder has no id");
        }
        if (parents.put(id, parent) == null && children > 0) {
            withChildren.add(id);
        }
    }
}
