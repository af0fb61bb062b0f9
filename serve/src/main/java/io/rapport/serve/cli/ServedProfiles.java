package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.api.resource.ProfileFields;
import io.rapport.serve.profile.ProfileError;
import java.io.FileNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customer profiles of a server: listed, brought and removed through its API. */
final class ServedProfiles {

    private static final String PATH = "/profiles";
    private static final int MOST = 10_000;

    private ServedProfiles() {}

    static void list(ServerApi server, Console console) {
        Map<String, ?> answer = server.list(PATH, Map.of(), MOST);
        if (console.isJson()) {
            console.json(answer);
            return;
        }
        new ItemTable()
                .text("profiles", one -> one.get("name"))
                .number("version", one -> latest(one).get("number"))
                .number("accounts", one -> latest(one).get("accounts"))
                .number("contacts", one -> latest(one).get("contacts"))
                .number("matched", one -> latest(one).get("matched"))
                .number("added by hand", one -> one.get("additions"))
                .text("brought", one -> latest(one).get("createdAt"))
                .print(answer, console);
    }

    static void bring(
            ServerApi server,
            String name,
            CustomerFiles files,
            CustomerMapping named,
            boolean leavesOutBroken,
            Console console) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", name);
        texts.putAll(ProfileFields.columns(named));
        texts.put("leaveOutBroken", Boolean.toString(leavesOutBroken));
        Map<String, @Nullable Object> set;
        try {
            set = server.form(PATH, texts, Map.of("accounts", files.accounts(), "contacts", files.contacts()));
        } catch (FileNotFoundException absent) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "The file " + files.accounts() + " or " + files.contacts()
                            + " is not there or can't be read. Check its name and its owner.",
                    absent);
        }
        if (console.isJson()) {
            console.json(set);
            return;
        }
        Map<?, ?> version = latest(set);
        console.line(set.get("name") + ", version " + version.get("number") + ": " + version.get("matched") + " of "
                + version.get("contacts") + " contacts match, " + version.get("accounts") + " accounts");
        if (version.get("columns") instanceof Map<?, ?> columns) {
            columns.forEach((meaning, column) -> console.line("  " + meaning + ": " + column));
        }
        if (version.get("remarks") instanceof List<?> remarks) {
            remarks.forEach(remark -> console.line("  " + remark));
        }
    }

    static void remove(ServerApi server, String name, Console console) {
        Map<?, ?> set = sets(server).stream()
                .filter(one -> name.equals(one.get("name")))
                .findFirst()
                .orElseThrow(() -> new RapportException(
                        ProfileError.PROFILE_UNKNOWN,
                        "The server has no customer profiles of that name. To see which: rapport profiles --server …"));
        server.delete(PATH + "/" + ServerApi.encoded(String.valueOf(set.get("id"))));
        console.line(set.get("name") + " is removed");
    }

    private static List<Map<?, ?>> sets(ServerApi server) {
        return server.list(PATH, Map.of(), MOST).get("items") instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>map(one -> one instanceof Map<?, ?> map ? map : Map.of())
                        .toList()
                : List.of();
    }

    private static Map<?, ?> latest(Map<?, ?> set) {
        return set.get("versions") instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> map
                ? map
                : Map.of();
    }
}
