package io.rapport.serve.api.resource;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.ChainCheck;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.upkeep.DiskUse;
import java.util.List;

/** The server itself, as the API tells it. */
final class SystemShapes {

    static final Shape<Person> CALLER = Shape.of(Person.class, "Caller", "Who a key or token says somebody is.")
            .text("id", "As the access log has it.", Person::id)
            .text("name", "For people.", Person::displayName)
            .choice("role", "What they may do.", Words.all(Role.class), person -> Words.of(person.role()))
            .build();

    static final Shape<AccessEntry> ENTRY = Shape.of(AccessEntry.class, "AccessEntry", "A line of the access log.")
            .count("number", "1 for the first one, without gaps.", AccessEntry::number)
            .time("at", "When.", AccessEntry::at)
            .text(
                    "personId",
                    "Who; empty for nobody known.",
                    entry -> entry.event().personId())
            .text("person", "As people know them.", entry -> entry.event().personName())
            .text(
                    "role",
                    "In which role; empty for none.",
                    entry -> entry.event().role())
            .choice(
                    "action",
                    "What was done.",
                    Words.all(AccessAction.class),
                    entry -> Words.of(entry.event().action()))
            .text("subject", "The page or thing.", entry -> entry.event().subject())
            .text("detail", "Which one.", entry -> entry.event().detail())
            .text("address", "From where.", entry -> entry.event().address())
            .flag(
                    "isAllowed",
                    "Whether it was let through.",
                    entry -> entry.event().isAllowed())
            .text("hash", "Over this line and the hash of the one before.", AccessEntry::hash)
            .build();

    static final Shape<ChainCheck> CHAIN = Shape.of(
                    ChainCheck.class, "AccessLogCheck", "What a look at all lines found.")
            .count("lines", "That were looked at.", ChainCheck::entries)
            .text("head", "Hash of the last sound line; keep it elsewhere.", ChainCheck::head)
            .flag("isSound", "Whether each is as it was written and follows the one before.", ChainCheck::isSound)
            .countOrNull(
                    "firstBroken",
                    "Number of the first line that is not; null for none.",
                    check -> check.findBroken().orElse(null))
            .build();

    static final Shape<Diagnosis> DIAGNOSIS = Shape.of(
                    Diagnosis.class, "Diagnosis", "What the doctor says of one thing.")
            .text("subject", "A connection's name, or what else was looked at.", Diagnosis::subject)
            .flag("isGood", "Whether nothing is to mend.", Diagnosis::isGood)
            .text("text", "For people.", Diagnosis::text)
            .build();

    static final Shape<Status> STATUS = Shape.of(Status.class, "Status", "How the server is doing.")
            .text("version", "Of Rapport.", Status::version)
            .text("java", "Version of Java.", Status::java)
            .count("heapBytes", "In use.", Status::heapBytes)
            .count("heapMostBytes", "At most.", Status::heapMostBytes)
            .count("rows", "That rest in the lake.", Status::rows)
            .count("files", "Of the lake.", Status::files)
            .count("bytes", "Of the lake.", Status::bytes)
            .count(
                    "lakeBytes",
                    "That the lake takes of the disk, with files that wait to be deleted.",
                    Status::lakeBytes)
            .count("outputBytes", "Of the tables of runs.", Status::outputBytes)
            .count("extractionBytes", "Of extractions.", Status::extractionBytes)
            .count("profileBytes", "Of customer profiles.", Status::profileBytes)
            .count("temporaryBytes", "Of what does not fit into memory just now.", Status::temporaryBytes)
            .count("freeBytes", "Left on the home's disk.", Status::freeBytes)
            .count("keptMonths", "How many months of rows are kept; 0 for all.", Status::keptMonths)
            .many("diagnoses", "The doctor's last ones.", DIAGNOSIS, Status::diagnoses)
            .build();

    private SystemShapes() {}

    /** How the server is doing. */
    record Status(
            String version,
            String java,
            long heapBytes,
            long heapMostBytes,
            long rows,
            long files,
            long bytes,
            DiskUse disk,
            long keptMonths,
            List<Diagnosis> diagnoses) {

        long lakeBytes() {
            return disk.lake();
        }

        long outputBytes() {
            return disk.output();
        }

        long extractionBytes() {
            return disk.extractions();
        }

        long profileBytes() {
            return disk.profiles();
        }

        long temporaryBytes() {
            return disk.temporary();
        }

        long freeBytes() {
            return disk.free();
        }
    }
}
