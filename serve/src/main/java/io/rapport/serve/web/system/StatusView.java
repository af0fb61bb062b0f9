package io.rapport.serve.web.system;

import io.rapport.serve.web.job.JobView;
import java.util.List;

/**
 * How the server is doing.
 *
 * @param jobs the latest first
 * @param storage what rests where
 * @param program versions
 * @param diagnoses what the doctor found; empty where nobody asked
 */
public record StatusView(List<JobView> jobs, List<Fact> storage, List<Fact> program, List<Diagnosis> diagnoses) {

    /** Something known. */
    public record Fact(String name, String value) {}

    /** What the doctor says of one thing. */
    public record Diagnosis(String subject, boolean isGood, String text) {}
}
