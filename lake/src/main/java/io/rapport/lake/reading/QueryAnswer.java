package io.rapport.lake.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query answered.
 *
 * @param columns names, in order
 * @param types the engine's type of each column
 * @param rows values as text, null where there is none; nested values in brackets, times as {@code yyyy-MM-dd HH:mm:ss} in UTC
 * @param isCut whether there are more rows than were asked for
 */
public record QueryAnswer(List<String> columns, List<String> types, List<List<@Nullable String>> rows, boolean isCut) {}
