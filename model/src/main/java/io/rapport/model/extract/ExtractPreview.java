package io.rapport.model.extract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an extraction would deliver.
 *
 * @param regions at least one; without files
 * @param leftOut users in scope whose mailboxes yield nothing, by reason and id
 * @param isChecked whether the directory had landed, so that validity and region could be judged
 */
public record ExtractPreview(List<RegionExtract> regions, List<LeftOut> leftOut, boolean isChecked) {

    public ExtractPreview {
        regions = List.copyOf(regions);
        leftOut = List.copyOf(leftOut);
    }

    public long rows() {
        return regions.stream().mapToLong(RegionExtract::rows).sum();
    }

    /** Who is left out, by reason. */
    public Map<String, List<LeftOut>> leftOutByReason() {
        return new TreeMap<>(leftOut.stream().collect(Collectors.groupingBy(LeftOut::reason)));
    }
}
