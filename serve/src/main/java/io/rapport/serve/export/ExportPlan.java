package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Where the tables of an enrichment go after each of its runs.
 *
 * @param folder absolute; the tables go to a folder in it that has the output's name
 * @param location where the folder is for whoever reads it elsewhere, without a slash at the end; empty for the folder itself
 * @param isComplete whether the tables that are for administrators go there too
 */
public record ExportPlan(Path folder, ExportFormat format, String location, boolean isComplete) {

    private static final Set<String> SCHEMES = Set.of("https", "http", "abfss", "wasbs", "file", "s3");

    /**
     * Reads what somebody typed. Whether the folder is there, is looked at when it is written.
     *
     * @throws RapportException {@link ExportError#EXPORT_FOLDER}, {@link ExportError#EXPORT_INVALID}
     */
    public static ExportPlan of(String folder, String format, String location, boolean isComplete) {
        return new ExportPlan(
                ExportFolder.parse(folder),
                ExportFormat.find(format)
                        .orElseThrow(() -> new RapportException(
                                ExportError.EXPORT_INVALID, "The format is csv, parquet, jsonl or cdm.")),
                requireLocation(location),
                isComplete);
    }

    /**
     * An address without a slash at the end; empty stays empty.
     *
     * @throws RapportException {@link ExportError#EXPORT_INVALID}
     */
    public static String requireLocation(String typed) {
        String text = typed.strip().replaceAll("/+$", "");
        if (text.isEmpty()) {
            return "";
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            if (scheme != null
                    && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && (uri.getUserInfo() == null || scheme.equalsIgnoreCase("abfss"))) {
                return text;
            }
        } catch (URISyntaxException noAddress) {
            // Said below.
        }
        throw new RapportException(
                ExportError.EXPORT_INVALID,
                "The address of the folder is a whole one without a question mark, such as"
                        + " https://account.dfs.core.windows.net/container/exports.");
    }

    /** Address of what lies in a folder; ends with a slash. */
    static URI address(Path folder, String location) {
        String text =
                location.isEmpty() ? folder.toAbsolutePath().normalize().toUri().toString() : location;
        return URI.create(text.endsWith("/") ? text : text + "/");
    }
}
