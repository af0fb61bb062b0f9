package io.rapport.bench.lake;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Mail that grows and changes day by day: new messages, older ones that are read or filed, mostly young ones, and some
 * that are deleted. The same seed, the same rows.
 */
final class SyncedMail {

    private static final Dataset MESSAGE = Datasets.MESSAGE;
    private static final int MAILBOXES = 200;
    private static final int DAYS_BEFORE = 390;
    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();
    /** What changes is young: half of it is of the last two days, and a quarter is older than six weeks. */
    private static final double TOWARDS_YOUNG = 8;

    private final Random random = new Random(1);
    private final Instant start;
    private final BitSet deleted = new BitSet();
    private final List<Long> sentAt = new ArrayList<>();
    private byte[] version;

    /** @param start the day of the first sync; what was before lies in 13 months */
    SyncedMail(Instant start, int messages) {
        this.start = start;
        this.version = new byte[messages];
        for (int i = 0; i < messages; i++) {
            sentAt.add(start.getEpochSecond()
                    - DAYS_BEFORE * SECONDS_OF_A_DAY
                    + (long) ((double) i / messages * DAYS_BEFORE * SECONDS_OF_A_DAY));
        }
    }

    /** Adds all that there is, as a first sync does. Returns how many rows. */
    long addAll(Landing.Batch batch) {
        Row row = new Row(MESSAGE);
        long rows = 0;
        for (int i = 0; i < sentAt.size(); i++) {
            if (!deleted.get(i)) {
                add(batch, row, i);
                rows++;
            }
        }
        return rows;
    }

    /** Adds what a day brings. */
    void addDay(Landing.Batch batch, int day, int added, int changed, int removed) {
        Row row = new Row(MESSAGE);
        for (int i = 0; i < changed; i++) {
            int one = any();
            if (!deleted.get(one)) {
                version[one]++;
                add(batch, row, one);
            }
        }
        for (int i = 0; i < removed; i++) {
            int one = any();
            deleted.set(one);
            batch.remove(MESSAGE, List.of(id(one), owner(one)));
        }
        int before = sentAt.size();
        version = java.util.Arrays.copyOf(version, before + added);
        for (int i = 0; i < added; i++) {
            sentAt.add(start.getEpochSecond() + day * SECONDS_OF_A_DAY + i);
            add(batch, row, before + i);
        }
    }

    private int any() {
        return (int) ((1 - Math.pow(random.nextDouble(), TOWARDS_YOUNG)) * sentAt.size() * 0.999_999);
    }

    private void add(Landing.Batch batch, Row row, int number) {
        row.clear();
        set(row, "id", id(number));
        set(row, "puser", owner(number));
        set(row, "ptenant", "4b7a31f0-9a52-4d0c-8a55-2f6f1f6f0a11");
        set(row, "internetMessageId", "<" + id(number) + "@mail.contoso.com>");
        set(row, "conversationId", "conversation-" + number / 4);
        set(row, "sentDateTime", Instant.ofEpochSecond(sentAt.get(number)).toString());
        set(row, "parentFolderId", "folder-" + version[number] % 7);
        set(row, "from", person(number % 1_000));
        set(row, "toRecipients", List.of(person(number % 997), person(number % 991)));
        batch.add(row).ifPresent(reason -> {
            throw new IllegalStateException("a message can't land: " + reason);
        });
    }

    private static String id(int number) {
        return "AAMkAGVmMDEzMTM4LTZmYWUtNDdkNC1hMDZiLTU1OGY5OTZhYmY4OABGAAAAAAAiQ8W96" + number;
    }

    private static String owner(int number) {
        return "owner-" + number % MAILBOXES;
    }

    private static Object person(int number) {
        return new Object[] {new Object[] {"person" + number + "@contoso.com"}};
    }

    private static void set(Row row, String column, Object value) {
        row.set(MESSAGE.index(column), value);
    }
}
