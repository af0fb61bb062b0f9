package io.rapport.model.extract;

import java.util.List;

/**
 * What was delivered of one region.
 *
 * @param region Office's code, or {@link #OWN} for the tenant's own where nobody said which that is
 * @param mailboxes how many mailboxes rows came from; 0 for datasets about groups
 * @param rows how many rows
 * @param files below the region's folder
 */
public record RegionExtract(String region, long mailboxes, long rows, List<ExtractedFile> files) {

    /** Stands for the region of mailboxes of which the directory says none. */
    public static final String OWN = "tenant";

    public RegionExtract {
        files = List.copyOf(files);
    }
}
