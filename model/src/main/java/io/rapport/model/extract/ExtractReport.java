package io.rapport.model.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an extraction came to.
 *
 * @param folder where it lies: a folder in it for each region
 * @param snapshot the lake's commit that was read
 * @param regions at least one
 * @param leftOut users in scope whose mailboxes yield nothing, by reason and id
 * @param isChecked whether the directory had landed, so that validity and region could be judged
 * @param resumedFiles how many files an earlier, interrupted extraction had finished
 */
public record ExtractReport(
        Path folder,
        long snapshot,
        List<RegionExtract> regions,
        List<LeftOut> leftOut,
        boolean isChecked,
        int resumedFiles) {

    public ExtractReport {
        regions = List.copyOf(regions);
        leftOut = List.copyOf(leftOut);
    }

    public long rows() {
        return regions.stream().mapToLong(RegionExtract::rows).sum();
    }

    /** How many users were left out, by reason. */
    public Map<String, Long> usersByReason() {
        return new TreeMap<>(leftOut.stream().collect(Collectors.groupingBy(LeftOut::reason, Collectors.counting())));
    }
}
