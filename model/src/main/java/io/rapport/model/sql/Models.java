package io.rapport.model.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The models, by what they are for, in the order in which they build: each reads only earlier ones and inputs. */
public final class Models {

    private static final List<Model> ACCOUNT_ENGAGEMENT = list("models.txt");
    private static final List<Model> EXTRACTION = list("extraction.txt");
    private static final List<Model> CONTACT_ACTIVITY = list("contact-activity.txt");
    private static final List<Model> COLLABORATION = list("collaboration.txt");

    private Models() {}

    /** Those of account engagement: staging first, then intermediate ones, then marts. */
    public static List<Model> accountEngagement() {
        return ACCOUNT_ENGAGEMENT;
    }

    /** Those that say whose mailboxes an extraction delivers. */
    public static List<Model> extraction() {
        return EXTRACTION;
    }

    /** Those that answer what people do with their contacts. */
    public static List<Model> contactActivity() {
        return CONTACT_ACTIVITY;
    }

    /** Those that answer how departments work, alone and together. */
    public static List<Model> collaboration() {
        return COLLABORATION;
    }

    /** All models, each once. */
    static List<Model> all() {
        return Stream.of(ACCOUNT_ENGAGEMENT, EXTRACTION, CONTACT_ACTIVITY, COLLABORATION)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<Model> list(String name) {
        return read(name)
                .lines()
                .map(file -> ModelFile.parse(file, read(file + ".sql")))
                .toList();
    }

    private static String read(String name) {
        try (InputStream in = Models.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a list names " + name + ", which is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
