package io.rapport.serve.web.system;

import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.web.job.JobView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server is doing.
 *
 * @param jobs the latest first
 * @param storage what rests where
 * @param program versions
 * @param look the doctor's last one; null where nobody asked
 */
public record StatusView(
        List<JobView> jobs,
        List<Fact> storage,
        List<Fact> program,
        @Nullable Look look) {

    /** Something known. */
    public record Fact(String name, String value) {}

    /**
     * A look of the doctor's.
     *
     * @param diagnoses empty before it is over
     */
    public record Look(JobView job, List<Diagnosis> diagnoses) {}
}
