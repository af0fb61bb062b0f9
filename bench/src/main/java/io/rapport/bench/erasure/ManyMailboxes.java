package io.rapport.bench.erasure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Exports of made-up people who write to each other: the same rows for the same numbers.
 *
 * @param folder where the files are written to; it is there
 * @param people in the directory, each with a mailbox
 * @param messages over 12 months
 */
record ManyMailboxes(Path folder, int people, int messages) {

    private static final int MONTHS = 12;
    /** So that neighbours in time write to different people. */
    private static final int STEP = 7_919;

    Path users() throws IOException {
        return Files.write(
                folder.resolve("users.json"),
                IntStream.range(0, people)
                        .mapToObj(i -> "{\"id\":\"" + id(i) + "\",\"mail\":\"" + address(i)
                                + "\",\"userPrincipalName\":\"" + address(i) + "\"}")
                        .toList());
    }

    Path mail() throws IOException {
        Path file = folder.resolve("mail.json");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < messages; i++) {
                int owner = i % people;
                int other = (int) ((long) i * STEP % people);
                out.write("""
                        {"id":"m%d","internetMessageId":"<m%d@contoso.com>","sentDateTime":"2026-%02d-10T08:00:00Z",\
                        "from":{"emailAddress":{"address":"%s"}},"toRecipients":[{"emailAddress":{"address":"%s"}}],\
                        "isDraft":false,"puser":"%s"}
                        """.formatted(i, i, 1 + i % MONTHS, address(owner), address(other), id(owner)));
            }
        }
        return file;
    }

    /** The first of them, one a line. */
    Path named(int count) throws IOException {
        List<String> lines =
                IntStream.range(0, count).mapToObj(ManyMailboxes::address).toList();
        return Files.write(folder.resolve("named-" + count + ".txt"), lines);
    }

    private static String address(int person) {
        return "person" + person + "@contoso.com";
    }

    private static String id(int person) {
        return "5e1f0c1a-8a4d-4f6e-9d3b-%012x".formatted(person);
    }
}
