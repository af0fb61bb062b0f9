package io.rapport.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Looks at the beginning of a file: is it what workers can read line by line, or Parquet? */
final class ExportContent {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PEEK = 64 << 10;

    private ExportContent() {}

    /** Why a file can't be read; a clause that follows its name. */
    static final class Unusable extends Exception {
        Unusable(String why) {
            super(why);
        }
    }

    static ExportFile.Format format(Path path, Configuration settings) throws IOException, Unusable {
        byte[] head = head(path, settings);
        if (begins(head, PARQUET)) {
            return ExportFile.Format.PARQUET;
        }
        CompressionCodec codec = new CompressionCodecFactory(settings).getCodec(path);
        byte[] text = head;
        if (codec != null) {
            try (InputStream in =
                    codec.createInputStream(path.getFileSystem(settings).open(path))) {
                text = in.readNBytes(PEEK);
            }
        } else if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            throw new Unusable("is gzip and its name says nothing of it; rename it to end in .gz");
        }
        requireLines(text);
        return ExportFile.Format.JSON_LINES;
    }

    private static byte[] head(Path path, Configuration settings) throws IOException {
        try (InputStream in =
                new BufferedInputStream(path.getFileSystem(settings).open(path))) {
            return in.readNBytes(PEEK);
        }
    }

    private static void requireLines(byte[] text) throws Unusable {
        int at = text.length > 2 && (text[0] & 0xff) == 0xef && (text[1] & 0xff) == 0xbb ? 3 : 0;
        if (text.length > 1 && (text[0] == 0 || text[1] == 0 || (text[0] & 0xfe) == 0xfe)) {
            throw new Unusable("is UTF-16; workers read UTF-8, so convert it first");
        }
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) {
            at++;
        }
        if (at < text.length && text[at] == '[') {
            throw new Unusable("is one list; workers read one object a line, so convert it first");
        }
        if (at < text.length && text[at] != '{') {
            throw new Unusable("is no export: it begins neither as JSON lines nor as Parquet");
        }
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
