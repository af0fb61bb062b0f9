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
            text = unpacked(path, codec, settings);
        } else if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            throw new Unusable("is gzip and its name says nothing of it; rename it to end in .gz");
        }
        requireLines(text);
        return ExportFile.Format.JSON_LINES;
    }

    /** Some codecs are native libraries that a cluster may lack: they say so with exceptions of all kinds. */
    private static byte[] unpacked(Path path, CompressionCodec codec, Configuration settings)
            throws IOException, Unusable {
        try (InputStream in =
                codec.createInputStream(path.getFileSystem(settings).open(path))) {
            return in.readNBytes(PEEK);
        } catch (RuntimeException | LinkageError e) {
            throw new Unusable("is packed in a way that this cluster has no library for (" + codec.getDefaultExtension()
                    + "); pack it as .gz, or not at all");
        }
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
        requireWhole(text, at);
    }

    /** An object that goes on in the next line: its first one ends behind a bracket or a comma. */
    private static void requireWhole(byte[] text, int from) throws Unusable {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        if (end == text.length) {
            return;
        }
        int last = end - 1;
        while (last > from && (text[last] == ' ' || text[last] == '\t' || text[last] == '\r')) {
            last--;
        }
        if (last >= from && (text[last] == '{' || text[last] == '[' || text[last] == ',')) {
            throw new Unusable("has objects over several lines; workers read one object a line, so convert it first");
        }
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
