package io.rapport.model.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Knows to which department people belonged in earlier months, and who was there: the directory tells of today alone. So
 * whoever comes, changes or leaves does not rewrite weeks that somebody may have seen already.
 */
@FunctionalInterface
public interface DepartmentMemory {

    /** Nothing is known but today's. */
    DepartmentMemory NONE = (today, month) -> List.of();

    /**
     * What is known, the present included. Those who left stand under any name that is no user's.
     *
     * @param today colleagues as the directory has them now
     * @param month the first day of the present month
     */
    List<RecordedDepartment> recall(List<RecordedDepartment> today, LocalDate month);

    /**
     * Where a person belonged from a month on.
     *
     * @param userId of the directory
     * @param month its first day
     * @param department empty for none
     * @param isThere false where he or she had left
     */
    record RecordedDepartment(String userId, LocalDate month, String department, boolean isThere) {

        public RecordedDepartment {
            if (month.getDayOfMonth() != 1) {
                throw new IllegalArgumentException("a month begins on its first day, not on " + month);
            }
        }
    }
}
