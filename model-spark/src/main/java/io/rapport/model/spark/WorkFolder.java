package io.rapport.model.spark;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where a session keeps what it builds: a folder that the driver and all executors see, on any file system that Spark
 * knows. Not every file system is atomic: nobody but the session may look into it.
 */
public final class WorkFolder {

    private final Path path;
    private final Configuration settings;

    /**
     * @param uri with a scheme; need not be there
     * @param settings of file systems, as Spark has them
     */
    public WorkFolder(String uri, Configuration settings) {
        this.path = new Path(uri);
        this.settings = settings;
    }

    static WorkFolder local(java.nio.file.Path folder, Configuration settings) {
        return new WorkFolder(folder.toUri().toString(), settings);
    }

    /** A folder within this one. */
    public WorkFolder child(String name) {
        return new WorkFolder(uri(name), settings);
    }

    /** Of something within this folder. */
    public String uri(String name) {
        return new Path(path, name).toString();
    }

    public String uri() {
        return path.toString();
    }

    /** Copies a file of the driver to where executors see it too; returns its URI. */
    String bring(java.nio.file.Path file) throws IOException {
        Path target = new Path(path, String.valueOf(file.getFileName()));
        files().copyFromLocalFile(false, true, new Path(file.toUri()), target);
        return target.toString();
    }

    /** Brings the one data file that a task wrote into a folder within this one to a file of the driver. */
    void fetch(String name, java.nio.file.Path file) throws IOException {
        Path part = part(new Path(path, name));
        if ("file".equals(part.toUri().getScheme())) {
            Files.move(java.nio.file.Path.of(part.toUri().getPath()), file);
        } else {
            files().copyToLocalFile(false, part, new Path(file.toUri()), true);
        }
    }

    /** Removes something within this folder; what can't be removed goes with the whole folder. */
    void delete(String name) {
        delete(new Path(path, name));
    }

    /** Removes the folder with everything in it, as far as that is possible. */
    public void delete() {
        delete(path);
    }

    private void delete(Path target) {
        try {
            files().delete(target, true);
        } catch (IOException leftBehind) {
            // A home's tmp folder is emptied by the next command; of a cluster's folder the run says that it may be
            // deleted.
        }
    }

    private Path part(Path folder) throws IOException {
        for (FileStatus file : files().listStatus(folder)) {
            if (file.isFile() && file.getPath().getName().startsWith("part-")) {
                return file.getPath();
            }
        }
        throw new IOException("no part");
    }

    private FileSystem files() throws IOException {
        return path.getFileSystem(settings);
    }
}
