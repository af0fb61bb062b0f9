package io.rapport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of results: what people wrote stays, the tables between two marks are replaced. */
final class ResultsFile {

    static final String BEGIN = "<!-- measured: begin -->";
    static final String END = "<!-- measured: end -->";

    private ResultsFile() {}

    /** @throws IOException where the file can't be read or written */
    static void update(Path file, String tables) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "# Results\n\n" + BEGIN + "\n" + END + "\n";
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " has no place for tables: the lines " + BEGIN + " and " + END + ".");
        }
        Files.writeString(file, text.substring(0, begin) + BEGIN + "\n\n" + tables + "\n\n" + text.substring(end));
    }
}
