package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * A folder that is replaced as a whole: what is new is written beside it, then the two change places. Whoever breaks off
 * between leaves the old one or the new one, which the next time puts right. A folder without the marker is nobody's to
 * replace.
 */
final class FolderSwap {

    private final Path target;
    private final String marker;
    private final Path fresh;
    private final Path old;

    /** @param marker name of a file that every version of the folder has */
    FolderSwap(Path target, String marker) {
        this.target = target;
        this.marker = marker;
        this.fresh = target.resolveSibling("." + target.getFileName() + ".rapport-new");
        this.old = target.resolveSibling("." + target.getFileName() + ".rapport-old");
    }

    /** @param writing fills a folder that is empty; what it throws leaves the old one in its place */
    void replace(Consumer<Path> writing) {
        try {
            putRight();
            requireOwn();
            try {
                Files.createDirectory(fresh);
                writing.accept(fresh);
                change();
            } finally {
                FolderTree.delete(fresh);
            }
        } catch (IOException e) {
            throw ExportFiles.failed(target, e);
        }
    }

    /** Deletes the folder where it is ours; says whether it was there. */
    boolean remove() {
        try {
            putRight();
            if (!Files.exists(target.resolve(marker))) {
                return false;
            }
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
            FolderTree.delete(old);
            return true;
        } catch (IOException e) {
            throw new RapportException(
                    ExportError.EXPORT_FILE,
                    "The folder " + target + " can't be deleted ("
                            + e.getClass().getSimpleName()
                            + "). Check its owner; the deletion is tried again every few minutes.",
                    e);
        }
    }

    private void change() throws IOException {
        boolean isFirst = !Files.exists(target);
        if (!isFirst) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isFirst) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        FolderTree.delete(old);
    }

    /** After somebody broke off. */
    private void putRight() throws IOException {
        FolderTree.delete(fresh);
        if (Files.exists(old) && !Files.exists(target)) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        }
        FolderTree.delete(old);
    }

    private void requireOwn() {
        if (Files.exists(target) && !Files.exists(target.resolve(marker))) {
            throw new RapportException(
                    ExportError.EXPORT_FOLDER,
                    "There is something at " + target
                            + " that no export of Rapport wrote, and it is not replaced. Move it"
                            + " away, or choose another folder.");
        }
    }
}
