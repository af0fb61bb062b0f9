package io.rapport.model.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The models of account engagement, in the order in which they build: each reads only earlier ones and inputs. */
public final class Models {

    private static final List<Model> ACCOUNT_ENGAGEMENT = read("models.txt")
            .lines()
            .map(file -> ModelFile.parse(file, read(file + ".sql")))
            .toList();

    private Models() {}

    /** All models, staging first, then intermediate ones, then marts. */
    public static List<Model> accountEngagement() {
        return ACCOUNT_ENGAGEMENT;
    }

    private static String read(String name) {
        try (InputStream in = Models.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("models.txt names " + name + ", which is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
