package io.rapport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of results: what people wrote stays, the tables between the two marks of a section are replaced. */
final class ResultsFile {

    private ResultsFile() {}

    /**
     * @param section as the marks name it
     * @throws IOException where the file can't be read or written, or lacks the section's marks
     */
    static void update(Path file, String section, String tables) throws IOException {
        String beginMark = begin(section);
        String endMark = end(section);
        String text = Files.exists(file) ? Files.readString(file) : "# Results\n\n" + beginMark + "\n" + endMark + "\n";
        int begin = text.indexOf(beginMark);
        int end = text.indexOf(endMark);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " has no place for tables: the lines " + beginMark + " and " + endMark + ".");
        }
        Files.writeString(file, text.substring(0, begin) + beginMark + "\n\n" + tables + "\n\n" + text.substring(end));
    }

    static String begin(String section) {
        return "<!-- " + section + ": begin -->";
    }

    static String end(String section) {
        return "<!-- " + section + ": end -->";
    }
}
