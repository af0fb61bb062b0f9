package io.rapport.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures by name, in the order in which they were taken; goes from a measuring process to the one that reports. */
public final class Figures {

    private static final String PROCESSOR = ".processor";
    private static final String ELAPSED = ".elapsed";

    private final Map<String, Double> values = new LinkedHashMap<>();

    public Figures put(String name, double value) {
        values.put(name, value);
        return this;
    }

    /** Counts of rows and bytes are far below what a double holds exactly. */
    public Figures put(String name, long value) {
        return put(name, (double) value);
    }

    public Figures put(String name, Effort effort) {
        return put(name + PROCESSOR, effort.processorSeconds()).put(name + ELAPSED, effort.seconds());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws IllegalArgumentException where nothing was taken under this name */
    public double value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no figure " + name + " among " + values.keySet());
        }
        return value;
    }

    public Effort effort(String name) {
        return new Effort(value(name + PROCESSOR), value(name + ELAPSED));
    }

    /** The efforts whose names begin so, without that beginning, in order. */
    public Map<String, Effort> efforts(String prefix) {
        Map<String, Effort> found = new LinkedHashMap<>();
        for (String name : values.keySet()) {
            if (name.startsWith(prefix) && name.endsWith(PROCESSOR)) {
                String whole = name.substring(0, name.length() - PROCESSOR.length());
                found.put(whole.substring(prefix.length()), effort(whole));
            }
        }
        return found;
    }

    public void write(Path file) {
        String lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Figures read(Path file) {
        Figures figures = new Figures();
        try {
            for (String line : Files.readAllLines(file)) {
                int at = line.indexOf('=');
                figures.put(line.substring(0, at), Double.parseDouble(line.substring(at + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }
}
