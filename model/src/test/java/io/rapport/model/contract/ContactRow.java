package io.rapport.model.contract;

import org.jspecify.annotations.Nullable;

/** A row of the contact data set as its file has it: untrimmed; null and empty are the same. */
public record ContactRow(
        @Nullable String id,
        @Nullable String email,
        @Nullable String account) {}
