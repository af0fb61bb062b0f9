package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Made-up words, one a line. */
enum WordList {
    GIVEN_NAMES("given-names.txt"),
    SURNAMES("surnames.txt"),
    ORGANISATION_STEMS("organisation-stems.txt"),
    ORGANISATION_ENDINGS("organisation-endings.txt"),
    ORGANISATION_KINDS("organisation-kinds.txt"),
    SUBJECTS("subjects.txt");

    private final List<String> words;

    WordList(String file) {
        try (InputStream in = WordList.class.getResourceAsStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            this.words = lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(long key) {
        return words.get(Chance.below(key, words.size()));
    }
}
