package io.rapport.lake.privacy;

import org.jspecify.annotations.Nullable;

/** Writes one value as JSON in the normal form of its type. */
interface ValueWriter {

    /** The longest text that may land, in chars. */
    int LONGEST_TEXT = 1_000_000;

    /**
     * @param raw what the source had
     * @return false where the value is absent; then nothing was written
     * @throws UnreadableValue where the value is none of this type
     */
    boolean write(@Nullable Object raw, LineBuffer out);

    /** The raw value as stripped text; null where it is absent or blank. */
    static @Nullable String text(@Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof String value)) {
            throw new UnreadableValue("is no text");
        }
        if (value.length() > LONGEST_TEXT) {
            throw new UnreadableValue("is longer than 1,000,000 characters");
        }
        String stripped = value.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
