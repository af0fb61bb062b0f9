package io.rapport.serve.api.resource;

import io.rapport.model.extract.ExtractedFile;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Extractions, as the API tells them. The words of a filter of users, which may name addresses, stay within. */
final class ExtractionShapes {

    private static final String QUEUED = "queued";

    static final Shape<ExtractedFile> FILE = Shape.of(ExtractedFile.class, "ExtractedFile", "A file of an extraction.")
            .text("name", "As addresses have it.", ExtractedFile::name)
            .count("rows", "How many it holds.", ExtractedFile::rows)
            .count("bytes", "Its size.", ExtractedFile::bytes)
            .text("sha256", "Of its bytes, in hexadecimal.", ExtractedFile::sha256)
            .build();

    static final Shape<RegionExtract> REGION = Shape.of(RegionExtract.class, "RegionExtract", "What came of a region.")
            .text("region", "Office's code, or tenant.", RegionExtract::region)
            .count("mailboxes", "From which rows came; 0 for datasets about groups.", RegionExtract::mailboxes)
            .count("rows", "Rows of it.", RegionExtract::rows)
            .many("files", "Below its folder, beside its manifest.json.", FILE, RegionExtract::files)
            .build();

    static final Shape<Known> EXTRACTION = Shape.of(Known.class, "Extraction", "Rows of a dataset as files.")
            .text("id", "Never given again.", known -> known.extraction().id())
            .text("dataset", "Its name.", known -> known.extraction().dataset())
            .choice("state", "Where it stands.", states(), Known::state)
            .open("request", "What was asked for.", known -> request(known.extraction()))
            .textOrNull(
                    "approval",
                    "Id of the approval by which it was asked for; null for one of before there were any.",
                    known -> known.extraction().approvalId())
            .countOrNull(
                    "rows", "Null before its end.", known -> known.extraction().rows())
            .flag(
                    "isPersonal",
                    "Whether it may say who somebody is; then it is for administrators.",
                    known -> known.extraction().isPersonal())
            .time(
                    "startedAt",
                    "When it was asked for.",
                    known -> known.extraction().startedAt())
            .timeOrNull(
                    "finishedAt", "Null before.", known -> known.extraction().finishedAt())
            .timeOrNull(
                    "removedAt",
                    "When its files were deleted; null before.",
                    known -> known.extraction().removedAt())
            .textOrNull("errorCode", "Why it failed; null otherwise.", Known::errorCode)
            .textOrNull("job", "Id of the job that waits or works on it; null for none.", Known::job)
            .many("regions", "What can be downloaded; none before its end.", REGION, Known::regions)
            .build();

    private ExtractionShapes() {}

    /** An extraction of the server, as it stands. */
    record Known(
            Extraction extraction,
            String state,
            @org.jspecify.annotations.Nullable String errorCode,
            @org.jspecify.annotations.Nullable String job,
            List<RegionExtract> regions) {}

    static String queued() {
        return QUEUED;
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>(Words.all(RunState.class));
        states.add(QUEUED);
        return states;
    }

    private static Map<String, ?> request(Extraction extraction) {
        return JsonText.read(extraction.request()) instanceof Map<?, ?> read ? Names.of(read) : Map.of();
    }
}
