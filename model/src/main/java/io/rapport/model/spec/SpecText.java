package io.rapport.model.spec;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a spec as a tree of YAML nodes with their places. Bounded: in size, in depth, and in aliases. */
final class SpecText {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_ALIASES = 20;
    private static final String WHAT_TO_DO = "Name the YAML file that describes the enrichment.";

    private SpecText() {}

    /** The spec's mapping, or null where there is none; then a problem says why. */
    static @Nullable MappingNode compose(Path file, Problems problems) {
        String text = text(file);
        LoadSettings settings = LoadSettings.builder()
                .setLabel("spec")
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(MAX_BYTES)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .build();
        try {
            if (!isShallow(file, text, settings, problems)) {
                return null;
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return mapping;
            }
            problems.add(new Place(file, 1, 1), "a spec is a mapping of keys, and this is none");
        } catch (MarkedYamlEngineException bad) {
            problems.add(place(file, bad.getProblemMark().or(bad::getContextMark)), "no valid YAML here");
        } catch (ReaderException bad) {
            problems.add(placeOf(file, text, bad.getPosition()), "this character may not stand in YAML");
        } catch (YamlEngineException bad) {
            problems.add(Place.of(file), "no valid YAML, or more than " + MAX_ALIASES + " aliases");
        }
        return null;
    }

    /** Looks through the events before nodes are built: building them takes a stack as deep as the text. */
    private static boolean isShallow(Path file, String text, LoadSettings settings, Problems problems) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                problems.add(place(file, event.getStartMark()), "nests deeper than " + MAX_DEPTH + " levels");
                return false;
            }
        }
        return true;
    }

    private static Place place(Path file, Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1L, at.getColumn() + 1L))
                .orElse(Place.of(file));
    }

    private static Place placeOf(Path file, String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }

    private static String text(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new RapportException(SpecError.SPEC_NOT_FOUND, file + " does not exist. " + WHAT_TO_DO, e);
        } catch (IOException e) {
            throw new RapportException(
                    SpecError.SPEC_NOT_READABLE,
                    file + " can't be read (" + e.getClass().getSimpleName() + "). " + WHAT_TO_DO,
                    e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new RapportException(
                    SpecError.SPEC_NOT_READABLE,
                    file + " is larger than " + MAX_BYTES + " bytes, which is the limit of a spec. " + WHAT_TO_DO);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            text = text.startsWith("\ufeff") ? text.substring(1) : text;
            // JSON may be indented with tabs, YAML may not; within JSON's strings a tab can't stand.
            return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
        } catch (CharacterCodingException e) {
            throw new RapportException(SpecError.SPEC_NOT_READABLE, file + " is not UTF-8 text. Save it as UTF-8.", e);
        }
    }
}
