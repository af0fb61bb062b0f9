package io.rapport.serve.web.connection;

import java.util.List;
import java.util.Map;

/**
 * Connecting a folder.
 *
 * @param datasets names of those that its files may hold
 * @param fields what was typed
 * @param problem what is wrong with it; empty for nothing
 */
public record FolderView(List<String> datasets, Map<String, String> fields, String problem) {

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
