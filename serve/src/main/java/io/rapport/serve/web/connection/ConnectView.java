package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Permission;
import java.util.List;
import java.util.Map;

/**
 * Connecting, its first step.
 *
 * @param permissions what the connector will ask for, and why
 * @param readsGroups whether people can be selected by groups
 * @param clouds words and titles
 * @param redirectUri what the app has to have registered
 * @param fields what was typed; secrets never come back
 * @param problem what is wrong with it; empty for nothing
 */
public record ConnectView(
        String word,
        String title,
        List<Permission> permissions,
        boolean readsGroups,
        Map<String, String> clouds,
        String redirectUri,
        Map<String, String> fields,
        String problem) {

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
