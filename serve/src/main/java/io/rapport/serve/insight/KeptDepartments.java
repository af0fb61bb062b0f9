package io.rapport.serve.insight;

import io.rapport.model.report.DepartmentMemory;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Departments month by month, in the state database, under keyed names. What was seen first in a month counts for it; a
 * change is seen in the next one.
 */
public final class KeptDepartments implements DepartmentMemory {

    private static final String PLACE = "recorded-department";
    private static final String KEY = "recorded-department-key";
    private static final int AT_ONCE = 250;

    private final ServeState state;
    private final Settings settings;
    private final SecretBox secrets;

    public KeptDepartments(ServeState state, Settings settings, SecretBox secrets) {
        this.state = state;
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * The key of the names, which is not rotated: what is recorded under it could not be found again. It is derived from the
     * home's key once, and kept encrypted.
     */
    public static byte[] keepKey(Settings settings, SecretBox secrets) {
        String kept =
                settings.find(KEY).orElseGet(() -> settings.keep(KEY, secrets.encrypt(KEY, secrets.derivedKey(PLACE))));
        return secrets.decrypt(KEY, kept);
    }

    /** @param department null: the person had left */
    private record Known(
            String person, LocalDate month, @Nullable String department) {

        RecordedDepartment of(String userId) {
            return new RecordedDepartment(userId, month, department == null ? "" : department, department != null);
        }
    }

    @Override
    public List<RecordedDepartment> recall(List<RecordedDepartment> today, LocalDate month) {
        if (today.isEmpty()) {
            // A directory that is not there now says of nobody that he or she left.
            return List.of();
        }
        byte[] key = keepKey(settings, secrets);
        Map<String, List<Known>> known = known();
        List<RecordedDepartment> all = new ArrayList<>();
        List<Known> news = new ArrayList<>();
        for (RecordedDepartment one : today) {
            String person = SecretBox.pseudonym(key, one.userId());
            List<Known> ofPerson = new ArrayList<>(Objects.requireNonNullElse(known.remove(person), List.of()));
            @Nullable Known last = ofPerson.isEmpty() ? null : ofPerson.get(ofPerson.size() - 1);
            if (last == null
                    || (last.month().isBefore(month) && !one.department().equals(last.department()))) {
                Known now = new Known(person, month, one.department());
                ofPerson.add(now);
                news.add(now);
            }
            ofPerson.forEach(record -> all.add(record.of(one.userId())));
        }
        known.forEach((person, ofPerson) -> {
            // Whoever left counts to the month's end.
            LocalDate next = month.plusMonths(1);
            Known last = ofPerson.get(ofPerson.size() - 1);
            if (last.department() != null) {
                news.add(new Known(person, next, null));
            }
            ofPerson.forEach(record -> all.add(record.of(person)));
        });
        record(news);
        return all;
    }

    /** Forgets people. Returns how many months were known of them. */
    public int forget(Collection<String> userIds) {
        byte[] key = keepKey(settings, secrets);
        return userIds.stream()
                .map(id -> SecretBox.pseudonym(key, id))
                .mapToInt(person -> state.run(db -> db.sql("delete from recorded_department where person = ?")
                        .param(person)
                        .update()))
                .sum();
    }

    /** By person, in the order of months. */
    private Map<String, List<Known>> known() {
        Map<String, List<Known>> known = new HashMap<>();
        state
                .run(db -> db.sql("select person, month_start, department from recorded_department")
                        .query((row, number) -> new Known(
                                row.getString("person"),
                                LocalDate.parse(row.getString("month_start")),
                                row.getString("department")))
                        .list())
                .stream()
                .sorted(Comparator.comparing(Known::month))
                .forEach(one -> known.computeIfAbsent(one.person(), person -> new ArrayList<>())
                        .add(one));
        return known;
    }

    /** Of two processes that see the same news at once the first is heard. */
    private void record(List<Known> news) {
        for (int start = 0; start < news.size(); start += AT_ONCE) {
            List<Known> some = news.subList(start, Math.min(news.size(), start + AT_ONCE));
            List<@Nullable Object> values = new ArrayList<>();
            some.forEach(one -> {
                values.add(one.person());
                values.add(one.month().toString());
                values.add(one.department());
            });
            state.run(db -> db.sql("insert into recorded_department (person, month_start, department) values "
                            + "(?, ?, ?), ".repeat(some.size() - 1) + "(?, ?, ?) on conflict do nothing")
                    .params(values)
                    .update());
        }
    }
}
