package io.rapport.serve.web.dataset;

import io.rapport.model.extract.ExtractManifest;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.web.NotThere;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of extractions: those that a manifest names and no others, one by one or all at once. */
@RestController
public class ExtractionFiles {

    private final KeptExtractions kept;
    private final ExtractionWords words;

    public ExtractionFiles(KeptExtractions kept, ExtractionWords words) {
        this.kept = kept;
        this.words = words;
    }

    @GetMapping("/extractions/{id}/files.zip")
    void zip(HttpServletResponse response, @PathVariable("id") String id) throws IOException {
        Extraction extraction = requireThere(id);
        head(response, "application/zip", extraction.dataset() + "-" + extraction.id() + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            // Most of it is packed already, or will be unpacked soon.
            zip.setLevel(Deflater.BEST_SPEED);
            for (RegionExtract region : kept.place().regions(extraction.id())) {
                for (String name : names(region)) {
                    zip.putNextEntry(new ZipEntry(region.region() + "/" + name));
                    Files.copy(kept.place().file(extraction.id(), region.region(), name), zip);
                    zip.closeEntry();
                }
            }
        }
    }

    @GetMapping("/extractions/{id}/files/{region}/{file}")
    void file(
            HttpServletResponse response,
            @PathVariable("id") String id,
            @PathVariable("region") String region,
            @PathVariable("file") String file)
            throws IOException {
        Extraction extraction = requireThere(id);
        RegionExtract found = kept.place().regions(extraction.id()).stream()
                .filter(one -> one.region().equals(region) && names(one).contains(file))
                .findFirst()
                .orElseThrow(NotThere::new);
        send(response, kept.place().file(extraction.id(), found.region(), file), file);
    }

    /** Who was left out and why. */
    @GetMapping("/extractions/{id}/left-out.csv")
    void leftOut(HttpServletResponse response, @PathVariable("id") String id) throws IOException {
        send(response, kept.place().leftOut(requireThere(id).id()), "left-out.csv");
    }

    private Extraction requireThere(String id) {
        Extraction extraction = ExtractionPages.require(kept, id);
        if (!words.isThere(extraction)) {
            throw new NotThere();
        }
        return extraction;
    }

    private static List<String> names(RegionExtract region) {
        return java.util.stream.Stream.concat(
                        region.files().stream().map(file -> file.name()),
                        java.util.stream.Stream.of(ExtractManifest.NAME))
                .toList();
    }

    private static void send(HttpServletResponse response, Path file, String name) throws IOException {
        head(response, type(name), name);
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    private static String type(String name) {
        if (name.endsWith(".csv")) {
            return "text/csv;charset=UTF-8";
        }
        return name.endsWith(".parquet")
                ? "application/vnd.apache.parquet"
                : name.equals(ExtractManifest.NAME) ? "application/json" : "application/x-ndjson";
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
    }
}
