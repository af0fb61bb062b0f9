package io.rapport.serve.web.segment;

import io.rapport.serve.web.ExportMenu;
import io.rapport.serve.web.customer.CustomersView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment and its members.
 *
 * @param asOf what the numbers are of, in words; empty where there are none
 * @param meaning its rule, in words
 * @param remark why there are no members to show; empty for nothing
 * @param enrichments to switch between; empty where there is nothing to switch
 * @param tiles figures
 * @param history how many it had, run by run; empty where there was one run only
 * @param changes who joined and left since the run before; null where there is nothing to compare with, or nobody did
 * @param list the members; null where their table is gone
 * @param export what can be had as a file
 * @param variant address of a builder that begins with its rule; empty for whoever may not
 * @param edit address where its name and rule are changed; empty where that can't be
 * @param delete address where it is deleted; empty where that can't be
 */
public record SegmentView(
        String name,
        String asOf,
        String meaning,
        String remark,
        List<CustomersView.Choice> enrichments,
        List<Tile> tiles,
        List<Point> history,
        @Nullable Changes changes,
        @Nullable CustomersView list,
        ExportMenu export,
        String variant,
        String edit,
        String delete) {

    /** A figure. */
    public record Tile(String label, String number, String unit, String caption) {}

    /** A run; its remark says where another rule counted. */
    public record Point(String day, String members, String joined, String left, String remark) {}

    /**
     * Who joined and left.
     *
     * @param since which run, in words
     */
    public record Changes(String since, Names joined, Names left) {}

    /**
     * The first of them.
     *
     * @param empty what stands there where there are none
     * @param more how many there are besides, in words; empty for none
     */
    public record Names(List<Name> names, String empty, String more) {}

    /** An account; its address is empty where it is not there any more. */
    public record Name(String name, String href, String score) {}
}
