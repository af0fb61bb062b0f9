package io.rapport.serve.api.resource;

import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.digest.Digest;
import io.rapport.serve.digest.DigestContents;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed with a run, as the API tells it. */
final class DigestShapes {

    static final Shape<DigestContents.Line> LINE = Shape.of(
                    DigestContents.Line.class, "ChangedCustomer", "A customer of a digest.")
            .text("id", "As in the customer profiles.", DigestContents.Line::id)
            .text("name", "As in the customer profiles.", DigestContents.Line::name)
            .number("score", "Of the year, 0 to 100, to one decimal.", DigestContents.Line::score)
            .numberOrNull(
                    "scoreBefore", "The same in the run before; null where it was not there.", line -> line.before())
            .text("reason", "Why it stands here, from its own numbers.", DigestContents.Line::reason)
            .build();

    static final Shape<DigestContents.Customers> CUSTOMERS = Shape.of(
                    DigestContents.Customers.class,
                    "ChangedCustomers",
                    "Customers of a digest: how many, and some of them.")
            .count("count", "How many in all.", DigestContents.Customers::count)
            .many("first", "20 at most.", LINE, DigestContents.Customers::first)
            .build();

    static final Shape<DigestContents.Domain> DOMAIN = Shape.of(
                    DigestContents.Domain.class,
                    "ChangedDomain",
                    "A domain outside whose emails belong to no customer.")
            .text("name", "Its name.", DigestContents.Domain::name)
            .count("emails", "How many with it are unmatched.", DigestContents.Domain::emails)
            .build();

    static final Shape<Known> DIGEST = Shape.of(Known.class, "Digest", "What changed with a run since the one before.")
            .text("run", "Id of the run.", known -> known.digest().run())
            .text("output", "Name of the output table.", known -> known.digest().output())
            .text(
                    "enrichment",
                    "Name of the enrichment.",
                    known -> known.digest().enrichment())
            .day("asOf", "As-of date of the run.", known -> known.digest().asOf())
            .dayOrNull("earlierAsOf", "Of the run before; null where there was none.", DigestShapes::earlier)
            .time("madeAt", "When it was made.", known -> known.digest().madeAt())
            .one(
                    "newStale",
                    "Stale now and not in the run before.",
                    CUSTOMERS,
                    known -> known.digest().contents().stale())
            .one(
                    "bigMoves",
                    "Whose score of the year moved far, the farthest first.",
                    CUSTOMERS,
                    known -> known.digest().contents().moves())
            .count(
                    "newUnmatchedDomains",
                    "How many domains outside are new among the most frequent ones without a customer.",
                    known -> known.digest().contents().domains().count())
            .many(
                    "domains",
                    "Some of them; to others than administrators none.",
                    DOMAIN,
                    known -> known.isNaming()
                            ? known.digest().contents().domains().first()
                            : List.of())
            .build();

    private DigestShapes() {}

    /**
     * A digest, for one reader.
     *
     * @param isNaming whether the reader is told which domains there are
     */
    record Known(Digest digest, boolean isNaming) {}

    private static @Nullable LocalDate earlier(Known known) {
        return known.digest().earlierAsOf();
    }
}
