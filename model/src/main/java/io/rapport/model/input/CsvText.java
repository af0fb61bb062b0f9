package io.rapport.model.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the text of a CSV file is to be read.
 *
 * @param file where it lies
 * @param shown how messages name it
 * @param charset its encoding
 * @param separator between fields
 */
record CsvText(Path file, Path shown, Charset charset, char separator) {

    private static final int LOOKED_AT = 64 << 10;

    /** As RFC 4180 and our specs have it. */
    static CsvText strict(Path file) {
        return new CsvText(file, file, StandardCharsets.UTF_8, ',');
    }

    /**
     * As programs export it: UTF-16 where it begins with that byte order mark, and semicolons or tabs where the header
     * has more of them than commas.
     */
    static CsvText recognised(Path file, Path shown) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(LOOKED_AT);
        }
        Charset charset = charset(beginning);
        String text = new String(beginning, charset);
        char separator = ',';
        for (char other : new char[] {';', '\t'}) {
            separator = inHeader(text, other) > inHeader(text, separator) ? other : separator;
        }
        return new CsvText(file, shown, charset, separator);
    }

    Reader open() throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    private static Charset charset(byte[] beginning) {
        if (beginning.length >= 2 && (beginning[0] & 0xff) == 0xff && (beginning[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        boolean isBigEndian = beginning.length >= 2 && (beginning[0] & 0xff) == 0xfe && (beginning[1] & 0xff) == 0xff;
        return isBigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static long inHeader(String text, char wanted) {
        boolean isQuoted = false;
        long found = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == '\n' || c == '\r')) {
                return found;
            } else if (!isQuoted && c == wanted) {
                found++;
            }
        }
        return found;
    }
}
