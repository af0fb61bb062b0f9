package io.rapport.serve.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small made-up exports. */
final class Exports {

    private Exports() {}

    /** One mail from us to them, and a planted subject, which must not get far. */
    static String message(String id, String sentAt) {
        return """
                {"id":"%s","internetMessageId":"<%s@contoso.com>","sentDateTime":"%s","subject":"planted-subject",\
                "from":{"emailAddress":{"name":"Planted Name","address":"Mira@contoso.com"}},\
                "toRecipients":[{"emailAddress":{"address":"ana@fabrikam.com"}}],"isDraft":false,"puser":"u1"}""".formatted(id, id, sentAt);
    }

    static Path write(Path folder, String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
