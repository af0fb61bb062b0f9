package io.rapport.bench.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Exports of four made-up people's mail with a customer: the same rows every time. */
final class SmallCompany {

    /** The one who is erased. */
    static final String ERASED = "zdenka@contoso.com";

    private static final int FIRST = 3_000;
    private static final int SECOND_FROM = 2_500;
    private static final int SECOND = 6_000;
    private static final int MONTHS = 6;
    private static final List<String> PEOPLE = List.of("mira", "sam", "zdenka", "noor");

    private final Path folder;

    SmallCompany(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        write("first.json", mail(0, FIRST, false));
        // 500 of these keys are there already, with other values.
        write("second.json", mail(SECOND_FROM, SECOND, true));
        write("third.json", mail(0, FIRST / 10, true));
        write("users.json", PEOPLE.stream().map(SmallCompany::user).toList());
        write("accounts.csv", List.of("AccountId,Name", "a1,Fabrikam"));
        write("contacts.csv", List.of("ContactId,AccountId,EmailAddress", "c1,a1,ana@fabrikam.com", "c2,a1," + ERASED));
        write(
                "engagement.yaml",
                List.of(
                        "name: Account engagement",
                        "output: Office",
                        "selection: [mira@contoso.com, sam@contoso.com, " + ERASED + "]",
                        "profiles: Customers",
                        "asOf: 2026-11-15"));
    }

    Path users() {
        return folder.resolve("users.json");
    }

    Path firstMail() {
        return folder.resolve("first.json");
    }

    Path secondMail() {
        return folder.resolve("second.json");
    }

    /** Of the first mail a tenth, with other values. */
    Path thirdMail() {
        return folder.resolve("third.json");
    }

    Path accounts() {
        return folder.resolve("accounts.csv");
    }

    Path contacts() {
        return folder.resolve("contacts.csv");
    }

    Path spec() {
        return folder.resolve("engagement.yaml");
    }

    private void write(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
    }

    private static String user(String person) {
        return """
                {"id":"%s","displayName":"%s","mail":"%s@contoso.com","userPrincipalName":"%s@contoso.com"}""".formatted(id(person), person, person, person);
    }

    private static List<String> mail(int from, int count, boolean isRead) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            String owner = PEOPLE.get(i % PEOPLE.size());
            lines.add("""
                    {"id":"m%d","internetMessageId":"<m%d@contoso.com>","sentDateTime":"2026-%02d-10T08:00:00Z",\
                    "from":{"emailAddress":{"address":"%s@contoso.com"}},"toRecipients":[{"emailAddress":{"address":\
                    "ana@fabrikam.com"}},{"emailAddress":{"address":"%s@contoso.com"}}],"isDraft":false,"isRead":%s,\
                    "puser":"%s"}""".formatted(i, i, 5 + i % MONTHS, owner, PEOPLE.get(i / 5 % PEOPLE.size()), isRead, id(owner)));
        }
        return lines;
    }

    private static String id(String person) {
        return "5e1f0c1a-8a4d-4f6e-9d3b-0a1b2c3d4e" + (50 + PEOPLE.indexOf(person));
    }
}
