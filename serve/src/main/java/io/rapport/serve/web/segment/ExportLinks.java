package io.rapport.serve.web.segment;

import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCount;
import io.rapport.serve.web.ExportMenu;
import io.rapport.serve.web.customer.ListAddress;
import java.util.ArrayList;
import java.util.List;

/** What of a segment can be had as a file. */
final class ExportLinks {

    private ExportLinks() {}

    /** @param list as which its members are shown: they come so */
    static ExportMenu menu(Segment segment, ListAddress list, SegmentCount count, boolean mayExport) {
        if (!mayExport) {
            return ExportMenu.NONE;
        }
        String parameters = list.parameters();
        String path = SegmentPages.href(segment);
        List<ExportMenu.Item> items = new ArrayList<>();
        items.add(ExportMenu.item(
                list.search().isEmpty() ? "Members" : "Members with “" + list.search() + "”",
                format -> path + "/members." + format + parameters));
        if (count.findEarlier().isPresent()) {
            String enrichment = segment.isReadyMade() ? "?enrichment=" + segment.output() : "";
            items.add(ExportMenu.item("Joined and left", format -> path + "/changes." + format + enrichment));
        }
        return new ExportMenu(items, "", "");
    }
}
