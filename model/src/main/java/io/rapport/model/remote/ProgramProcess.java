package io.rapport.model.remote;

import io.rapport.model.run.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** A running program, with the folder that goes when it does. */
record ProgramProcess(Process process, RunFolder folder) implements EngineProcess {

    private static final long PATIENCE_SECONDS = 5;
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 128 + 9;

    @Override
    public InputStream answers() {
        return process.getInputStream();
    }

    @Override
    public OutputStream questions() {
        return process.getOutputStream();
    }

    @Override
    public String end() {
        if (!hasEnded()) {
            return "it answers no more.";
        }
        return switch (process.exitValue()) {
            case OUT_OF_MEMORY -> "its memory was full.";
            case KILLED -> "somebody, or the machine, killed it.";
            default -> "exit code " + process.exitValue() + ".";
        };
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // It has ended by itself.
        }
        if (!hasEnded()) {
            process.destroyForcibly();
        }
        // Whatever its last moments write must be there before the folder goes, also where this thread is interrupted.
        process.onExit().join();
        folder.close();
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
