package io.rapport.serve.web.system;

import java.util.Map;

/**
 * Settings of the installation.
 *
 * @param isConfigured whether there is a provider
 * @param redirectUri what the provider has to send people back to
 * @param fields what stands in the form; the secret never does
 * @param problem what is wrong with what was sent; empty for nothing
 */
public record SettingsView(boolean isConfigured, String redirectUri, Map<String, String> fields, String problem) {

    public SettingsView {
        fields = Map.copyOf(fields);
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
