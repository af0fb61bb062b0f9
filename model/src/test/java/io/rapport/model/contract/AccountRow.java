package io.rapport.model.contract;

import org.jspecify.annotations.Nullable;

/** A row of the account profiles as their file has it: untrimmed; null and empty are the same. */
public record AccountRow(
        @Nullable String id,
        @Nullable String name,
        @Nullable String parent) {}
