package io.rapport.cluster;

import io.rapport.core.error.RapportException;
import io.rapport.lake.privacy.SuppressionList;
import io.rapport.model.run.RunManifest;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.Spec.CustomerTables;
import io.rapport.model.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The cluster's storage, as far as the driver itself reads and writes there. */
final class Storage {

    private final Configuration settings;

    Storage(Configuration settings) {
        this.settings = settings;
    }

    /**
     * Reads a spec. One that has a URI is brought to the folder, and after it the customers' files that it names.
     *
     * @param folder an empty folder of the driver
     */
    Spec readSpec(String name, java.nio.file.Path folder) {
        if (!isUri(name)) {
            return SpecReader.read(java.nio.file.Path.of(name));
        }
        Path spec = new Path(name);
        java.nio.file.Path file = folder.resolve(spec.getName());
        fetch(spec, file);
        Spec read = SpecReader.read(file);
        if (read.customers() instanceof CustomerTables tables) {
            fetchBeside(spec, folder, tables.contacts().file());
            fetchBeside(spec, folder, tables.accounts().file());
        }
        return read;
    }

    /**
     * Reads a suppression list.
     *
     * @param folder of the driver
     */
    SuppressionList readSuppressions(String name, java.nio.file.Path folder) {
        java.nio.file.Path file = fetch(name, folder.resolve("suppressions"));
        try {
            return SuppressionList.of(Files.readAllLines(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new RapportException(
                    ClusterError.CLUSTER_ARGUMENT,
                    "The file of --suppressions is no list that rapport suppressions wrote. Write it again. Nothing was"
                            + " computed.");
        }
    }

    /** A file of the driver as it is; one that has a URI is brought to the target. */
    java.nio.file.Path fetch(String name, java.nio.file.Path target) {
        if (!isUri(name)) {
            java.nio.file.Path file = java.nio.file.Path.of(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
            throw new RapportException(ClusterError.CLUSTER_ARGUMENT, file + " is no file of the driver.");
        }
        fetch(new Path(name), target);
        return target;
    }

    private static boolean isUri(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    }

    private void fetchBeside(Path spec, java.nio.file.Path folder, java.nio.file.Path file) {
        java.nio.file.Path wanted = file.toAbsolutePath().normalize();
        if (Files.exists(wanted) || !wanted.startsWith(folder)) {
            return;
        }
        try {
            Files.createDirectories(wanted.resolveSibling("."));
        } catch (IOException e) {
            throw failed("The driver's temporary folder can't be written", e);
        }
        fetch(new Path(spec.getParent(), folder.relativize(wanted).toString()), wanted);
    }

    private void fetch(Path source, java.nio.file.Path target) {
        try {
            source.getFileSystem(settings).copyToLocalFile(false, source, new Path(target.toUri()), true);
        } catch (IOException | IllegalArgumentException e) {
            throw failed(source + " can't be read", e);
        }
    }

    /** The whole URI of a place that may lack scheme or host: then it is one of the storage that the cluster presets. */
    String whole(String uri) {
        try {
            Path path = new Path(uri);
            return path.getFileSystem(settings).makeQualified(path).toString();
        } catch (IOException | IllegalArgumentException e) {
            throw failed(uri + " can't be looked at", e);
        }
    }

    /** @throws RapportException where something of that name is there */
    void requireNew(String uri) {
        try {
            Path path = new Path(uri);
            if (!path.getFileSystem(settings).exists(path)) {
                return;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw failed(uri + " can't be looked at", e);
        }
        throw new RapportException(
                ClusterError.CLUSTER_ARGUMENT,
                uri
                        + " is there already. A run writes a folder of its own: name with --out one that is not there yet.");
    }

    /**
     * Puts a finished folder of the driver in its place: first beside it, under a name that nobody reads, then in one step
     * where the storage can do that; the mark that it is complete comes last in any case.
     */
    void deliver(java.nio.file.Path folder, String uri) {
        Path target = new Path(uri);
        Path unfinished = new Path(target.getParent(), "_" + target.getName() + "-" + UUID.randomUUID());
        try {
            FileSystem storage = target.getFileSystem(settings);
            // On a disk it would lay a checksum beside each file, of which nobody here knows.
            storage.setWriteChecksum(false);
            try {
                storage.copyFromLocalFile(false, true, new Path(folder.toUri()), unfinished);
                if (!storage.rename(unfinished, target)) {
                    throw new IOException("not renamed");
                }
                storage.create(new Path(target, RunManifest.COMPLETE), false).close();
            } finally {
                storage.delete(unfinished, true);
            }
        } catch (IOException e) {
            throw failed("The tables can't be written to " + uri, e);
        }
    }

    private static RapportException failed(String what, Exception e) {
        return new RapportException(
                ClusterError.CLUSTER_STORAGE,
                what + " (" + e.getClass().getSimpleName()
                        + "). Check the address, the cluster's connector for it, its rights and the space there.",
                e);
    }
}
