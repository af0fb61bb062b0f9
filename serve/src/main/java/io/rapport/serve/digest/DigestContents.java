package io.rapport.serve.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a digest says.
 *
 * @param stale customers that are stale and were not in the last run
 * @param moves customers whose score of the year moved far since, the farthest first
 * @param domains outside whose emails belong to no customer, and that the last run did not have among its most frequent
 */
public record DigestContents(Customers stale, Customers moves, Domains domains) {

    static final DigestContents NONE =
            new DigestContents(new Customers(0, List.of()), new Customers(0, List.of()), new Domains(0, List.of()));

    /**
     * Customers.
     *
     * @param count how many in all
     * @param first some of them, with why
     */
    public record Customers(long count, List<Line> first) {

        public Customers {
            first = List.copyOf(first);
        }
    }

    /**
     * A customer.
     *
     * @param score of the year, to one decimal
     * @param before the same in the last run; null where it was not there
     * @param reason why it stands here, from its own numbers
     */
    public record Line(
            String id, String name, double score, @Nullable Double before, String reason) {}

    /**
     * Domains; for administrators, who see coverage.
     *
     * @param count how many in all
     * @param first those with the most emails
     */
    public record Domains(long count, List<Domain> first) {

        public Domains {
            first = List.copyOf(first);
        }
    }

    /** A domain, and how many emails with it are unmatched. */
    public record Domain(String name, long emails) {}

    public boolean isEmpty() {
        return stale.count() == 0 && moves.count() == 0 && domains.count() == 0;
    }
}
