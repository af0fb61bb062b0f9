package io.rapport.serve.web;

import io.rapport.model.duckdb.export.ExportFormat;
import java.util.List;
import java.util.function.Function;

/**
 * What can be had as a file, and as what.
 *
 * @param items empty where nothing can
 * @param more address of something else about exports; empty for none
 * @param moreTitle what that is
 */
public record ExportMenu(List<Item> items, String more, String moreTitle) {

    /** For whoever may have nothing. */
    public static final ExportMenu NONE = new ExportMenu(List.of(), "", "");

    public ExportMenu {
        items = List.copyOf(items);
    }

    public boolean isEmpty() {
        return items.isEmpty() && more.isEmpty();
    }

    /** A table, and where it is to be had. */
    public record Item(String title, List<Link> links) {}

    /** A format. */
    public record Link(String title, String href) {}

    /** @param href where the file of a format's word is */
    public static Item item(String title, Function<String, String> href) {
        return new Item(
                title,
                ExportFormat.files().stream()
                        .map(format -> new Link(format.title(), href.apply(format.word())))
                        .toList());
    }
}
