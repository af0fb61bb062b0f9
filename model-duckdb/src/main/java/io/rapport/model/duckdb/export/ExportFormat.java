package io.rapport.model.duckdb.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** As what tables leave the home. */
public enum ExportFormat {
    /** RFC 4180, UTF-8, LF, header; for people with spreadsheets: what these would compute has a quote in front. */
    CSV("csv", "CSV", "csv", "text/csv;charset=UTF-8"),
    /** Zstd. */
    PARQUET("parquet", "Parquet", "parquet", "application/vnd.apache.parquet"),
    /** One object a line. */
    JSONL("jsonl", "JSON lines", "jsonl", "application/jsonl"),
    /** A Common Data Model folder: CSV for programs, every value as it is, and a {@code model.json} that describes it. */
    CDM("cdm", "Common Data Model folder", "csv", "");

    private final String word;
    private final String title;
    private final String extension;
    private final String mediaType;

    ExportFormat(String word, String title, String extension, String mediaType) {
        this.word = word;
        this.title = title;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As addresses and the command line have it. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** The ending of a table's file, without the dot. */
    public String extension() {
        return extension;
    }

    /** Of a table's file; empty where a table is more than one. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a table is one file. */
    public boolean isFile() {
        return this != CDM;
    }

    public static Optional<ExportFormat> find(String word) {
        return Arrays.stream(values()).filter(known -> known.word.equals(word)).findFirst();
    }

    /** Those of which a table is one file. */
    public static List<ExportFormat> files() {
        return Arrays.stream(values()).filter(ExportFormat::isFile).toList();
    }
}
