package io.rapport.serve.insight;

import io.rapport.model.report.Collaboration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A report that was counted for pages.
 *
 * @param countedAt when
 * @param day the day after which no week counted, in the reporting zone
 * @param countedFrom which files of the lake it was counted from, as one word
 */
public record KeptCollaboration(Collaboration report, Instant countedAt, LocalDate day, String countedFrom) {}
