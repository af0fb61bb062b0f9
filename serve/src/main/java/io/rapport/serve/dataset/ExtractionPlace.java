package io.rapport.serve.dataset;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.LakeError;
import io.rapport.model.extract.ExtractManifest;
import io.rapport.model.extract.ExtractedFile;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a server's extractions rest, a folder each under its id. What is not complete lies beside it under a name that
 * begins with an underscore, and nobody is shown it. Thread-safe.
 */
public final class ExtractionPlace {

    private static final String LEFT_OUT = "_left-out.csv";

    private final Path folder;

    public ExtractionPlace(Home home) {
        this.folder = home.extractions();
    }

    /** Where an extraction lies once all of it is there. */
    Path folder(String id) {
        return folder.resolve(id);
    }

    public boolean isComplete(String id) {
        return Files.isDirectory(folder(id));
    }

    /** What lies there, region by region, as the manifests say. */
    public List<RegionExtract> regions(String id) {
        List<RegionExtract> regions = new ArrayList<>();
        for (Path region : list(folder(id))) {
            Path manifest = region.resolve(ExtractManifest.NAME);
            if (Files.isRegularFile(manifest)) {
                regions.add(region(region, text(manifest)));
            }
        }
        return regions;
    }

    /** A file that a manifest names, or the manifest. */
    public Path file(String id, String region, String name) {
        return folder(id).resolve(region).resolve(name);
    }

    /** Who was left out and why, by object ids. */
    public Path leftOut(String id) {
        return folder(id).resolve(LEFT_OUT);
    }

    /** Deletes an extraction, whatever there is of it. */
    public void delete(String id) {
        deleteTree(folder(id));
        deleteUnfinished(id);
    }

    void deleteUnfinished(String id) {
        deleteTree(folder.resolve("_" + id));
    }

    /** All that lies here, finished or not. */
    List<String> ids() {
        return list(folder).stream().map(ExtractionPlace::id).distinct().toList();
    }

    /** Twice, for one that was finished meanwhile has moved. */
    void deleteAll(List<String> ids) {
        ids.forEach(this::delete);
        ids.forEach(this::delete);
    }

    /** What there is of these extractions. */
    List<Path> findRest(List<String> ids) {
        return list(folder).stream().filter(path -> ids.contains(id(path))).toList();
    }

    private static String id(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("_") ? name.substring(1) : name;
    }

    private static RegionExtract region(Path folder, String manifest) {
        List<ExtractedFile> files = new ArrayList<>();
        Map<?, ?> fields = JsonText.read(manifest) instanceof Map<?, ?> found ? found : Map.of();
        if (fields.get("files") instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> file) {
                    files.add(new ExtractedFile(
                            String.valueOf(file.get("name")),
                            number(file.get("rows")),
                            number(file.get("bytes")),
                            String.valueOf(file.get("sha256"))));
                }
            }
        }
        return new RegionExtract(
                String.valueOf(folder.getFileName()),
                number(fields.get("mailboxes")),
                number(fields.get("rows")),
                files);
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (NoSuchFileException nothing) {
            return List.of();
        } catch (IOException e) {
            throw failed(folder, "read", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw failed(file, "read", e);
        }
    }

    private static void deleteTree(Path tree) {
        try {
            FolderTree.delete(tree);
        } catch (IOException e) {
            throw failed(tree, "deleted", e);
        }
    }

    private static RapportException failed(Path path, String what, Exception e) {
        return new RapportException(
                LakeError.HOME_FAILED,
                path + " can't be " + what + " (" + e.getClass().getSimpleName() + "). Check its owner.",
                e);
    }
}
