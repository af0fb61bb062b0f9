package io.rapport.serve.cli;

import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerVerdict;
import io.rapport.model.input.MappingGuess;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.ProfileVersion;
import io.rapport.serve.profile.VerdictWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Customer profiles on the command line. */
final class ProfilesView {

    private ProfilesView() {}

    static void list(List<ProfileSet> sets, Console console) {
        if (console.isJson()) {
            console.json(
                    Map.of("profiles", sets.stream().map(ProfilesView::json).toList()));
            return;
        }
        if (sets.isEmpty()) {
            console.note("There are no customer profiles. To bring some: rapport profiles import --help.");
            return;
        }
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("profiles"),
                TextTable.Column.number("version"),
                TextTable.Column.number("accounts"),
                TextTable.Column.number("contacts"),
                TextTable.Column.number("matched"),
                TextTable.Column.number("left out"),
                TextTable.Column.number("added by hand"),
                TextTable.Column.text("brought")));
        for (ProfileSet set : sets) {
            CustomerVerdict verdict = set.latest().verdict();
            table.add(List.of(
                    set.name(),
                    Words.count(set.latest().number()),
                    Words.count(verdict.accounts()),
                    Words.count(verdict.contactRows()),
                    Words.count(verdict.matched()),
                    Words.count(verdict.broken()),
                    Words.count(set.additions()),
                    set.latest().createdAt() + " by " + set.latest().by()));
        }
        table.print(console);
    }

    static void imported(ProfileSet set, CustomerFiles files, MappingGuess guess, Console console) {
        if (console.isJson()) {
            Map<String, Object> fields = json(set);
            fields.put("guessed", guess.reasons());
            console.json(fields);
            return;
        }
        CustomerVerdict verdict = set.latest().verdict();
        console.line(set.name() + ", version " + set.latest().number() + ": " + VerdictWords.match(verdict));
        guess.mapping()
                .columns()
                .forEach((field, column) -> console.line("  " + field.words() + ": column " + column
                        + guess.reasons().stream()
                                .filter(reason -> reason.startsWith(field.words() + " is "))
                                .findFirst()
                                .map(reason -> ", guessed" + reason.substring(reason.indexOf(": ")))
                                .orElse("")));
        VerdictWords.lines(verdict, files).forEach(line -> console.line("  " + line));
        if (set.additions() > 0) {
            console.line("  " + Words.many(set.additions(), "contact") + " added by hand stay");
        }
    }

    private static Map<String, Object> json(ProfileSet set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", set.name());
        fields.put("addedByHand", set.additions());
        fields.put("versions", set.versions().stream().map(ProfilesView::json).toList());
        return fields;
    }

    private static Map<String, Object> json(ProfileVersion version) {
        CustomerVerdict verdict = version.verdict();
        Map<String, Object> columns = new LinkedHashMap<>();
        version.mapping()
                .columns()
                .forEach((field, column) -> columns.put(field.option().substring(2), column));
        Map<String, Object> findings = new LinkedHashMap<>();
        verdict.findings()
                .forEach(finding -> findings.put(
                        finding.kind().name(), Map.of("rows", finding.count(), "firstLines", finding.firstLines())));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", version.number());
        fields.put("createdAt", version.createdAt());
        fields.put("by", version.by());
        fields.put("accounts", verdict.accounts());
        fields.put("contacts", verdict.contactRows());
        fields.put("matched", verdict.matched());
        fields.put("leftOut", verdict.broken());
        fields.put("columns", columns);
        fields.put("findings", findings);
        return fields;
    }
}
