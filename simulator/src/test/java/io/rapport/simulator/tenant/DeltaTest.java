package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.graph.call.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeltaTest {

    private static final Quirks MANY = new Quirks(300, 400);
    private static final String SPAN = "startDateTime=2026-02-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z";
    private static final List<String> FOLDERS = List.of("inbox", "sentitems", "deleteditems", "archive", "drafts");

    private final SimulatedTenant tenant = SimulatedTenant.start(
            TenantPlan.small(11, Instant.parse("2026-03-02T09:00:00Z")).with(MANY));
    private final Client mail = Client.of(tenant, StandardApp.OUTLOOK_MAIL).with("Prefer", "IdType=\"ImmutableId\"");
    private final Client calendar =
            Client.of(tenant, StandardApp.OUTLOOK_CALENDAR).with("Prefer", "IdType=\"ImmutableId\"");
    private final String user = "/users/" + somebody().id();

    @AfterEach
    void close() {
        assertThat(tenant.counters().totals().unexpected()).isZero();
        tenant.close();
    }

    private Person somebody() {
        return tenant.people().get(2);
    }

    @Test
    void pages_of_a_listing_yield_the_whole_folder_once() {
        List<String> whole = ids(mail.pages(user + "/mailFolders/inbox/messages?$top=1000&$select=id"));

        assertThat(ids(mail.pages(user + "/mailFolders/inbox/messages?$top=17&$select=id")))
                .isEqualTo(whole)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(50);
    }

    @Test
    void a_first_round_tells_the_folder_with_empty_pages_and_repetitions() {
        List<Client.Reply> pages =
                mail.pages(user + "/mailFolders/inbox/messages/delta?$top=10&$select=isRead,receivedDateTime");

        assertThat(state(pages)).isEqualTo(folder("inbox"));
        assertThat(pages).anyMatch(page -> page.value().isEmpty());
        assertThat(ids(pages)).hasSizeGreaterThan(state(pages).size());
        assertThat(pages.get(pages.size() - 1).member("@odata.deltaLink")).contains("$deltatoken=");
    }

    @Test
    void later_rounds_lead_from_state_to_state_in_every_folder() {
        Map<String, Map<String, Object>> known = new TreeMap<>();
        Map<String, String> links = new TreeMap<>();
        for (String folder : FOLDERS) {
            List<Client.Reply> pages = mail.pages(
                    user + "/mailFolders/" + folder + "/messages/delta?$top=50&$select=isRead,receivedDateTime");
            known.put(folder, state(pages));
            links.put(folder, deltaLink(pages));
        }
        int removed = 0;
        for (int round = 0; round < 3; round++) {
            tenant.clock().advance(Duration.ofDays(5));
            for (String folder : FOLDERS) {
                List<Client.Reply> pages = mail.pages(links.getOrDefault(folder, ""));
                removed += apply(pages, known.getOrDefault(folder, Map.of()));
                links.put(folder, deltaLink(pages));
                assertThat(known.get(folder)).as(folder).isEqualTo(folder(folder));
            }
        }
        assertThat(removed).isPositive();
    }

    @Test
    void a_moved_message_keeps_its_immutable_id_and_no_other() {
        String select = "/messages?$top=1000&$select=internetMessageId";
        Client plain = Client.of(tenant, StandardApp.OUTLOOK_MAIL);
        Map<String, String> inInbox = byMessageId(plain.get(user + "/mailFolders/inbox" + select));
        Map<String, String> immutable = byMessageId(mail.get(user + "/mailFolders/inbox" + select));
        tenant.clock().advance(Duration.ofDays(12));
        Map<String, String> inArchive = byMessageId(plain.get(user + "/mailFolders/archive" + select));
        Map<String, String> immutableThen = byMessageId(mail.get(user + "/mailFolders/archive" + select));
        List<String> moved =
                inArchive.keySet().stream().filter(inInbox::containsKey).toList();

        assertThat(moved).isNotEmpty().allSatisfy(id -> {
            assertThat(immutableThen.get(id)).isEqualTo(immutable.get(id));
            assertThat(inArchive.get(id)).isNotEqualTo(inInbox.get(id));
        });
    }

    @Test
    void calendar_rounds_lead_from_view_to_view() {
        List<Client.Reply> pages = calendar.pages(user + "/calendarView/delta?" + SPAN);
        Map<String, Object> known = state(pages);
        assertThat(known).isNotEmpty();
        for (int round = 0; round < 3; round++) {
            tenant.clock().advance(Duration.ofDays(7));
            pages = calendar.pages(deltaLink(pages));
            apply(pages, known);

            assertThat(known.keySet())
                    .isEqualTo(state(calendar.pages(user + "/calendarView?$top=500&" + SPAN))
                            .keySet());
        }
    }

    @Test
    void changes_beyond_the_view_are_told_as_removals_of_what_was_never_there() {
        String narrow = "startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-05T00:00:00Z";
        Set<String> strangers = new HashSet<>();
        for (Person person : tenant.people().subList(0, 12)) {
            String view = "/users/" + person.id() + "/calendarView";
            List<Client.Reply> pages = calendar.pages(view + "/delta?" + narrow);
            Set<String> known = state(pages).keySet();
            tenant.clock().advance(Duration.ofDays(2));
            calendar.pages(deltaLink(pages))
                    .forEach(page -> page.value().stream()
                            .filter(event -> event.containsKey("@removed"))
                            .map(event -> String.valueOf(event.get("id")))
                            .filter(id -> !known.contains(id))
                            .forEach(strangers::add));
            tenant.clock().advance(Duration.ofDays(-2));
        }

        assertThat(strangers).isNotEmpty();
    }

    @Test
    void an_occurrence_is_told_by_its_times_and_asked_for_with_all_that_it_has() {
        Map<String, @Nullable Object> told = calendar.pages(user + "/calendarView/delta?" + SPAN).stream()
                .flatMap(page -> page.value().stream())
                .filter(event -> "occurrence".equals(event.get("type")))
                .findFirst()
                .orElseThrow();
        Client.Reply whole = calendar.get(user + "/events/" + told.get("id") + "?$select=iCalUId,attendees,start");

        assertThat(told).containsOnlyKeys("@odata.type", "@odata.etag", "seriesMasterId", "type", "start", "end", "id");
        assertThat(whole.json()).containsEntry("start", told.get("start")).containsKeys("iCalUId", "attendees");
        assertThat(calendar.get(user + "/events/none").status()).isEqualTo(404);
        assertThat(mail.get(user + "/events/" + told.get("id")).status()).isEqualTo(403);
    }

    @Test
    void contact_rounds_lead_from_folder_to_folder() {
        String folder = user + "/contactFolders/contacts/contacts";
        List<Client.Reply> pages = mail.pages(folder + "/delta?$select=displayName");
        Map<String, Object> known = state(pages);
        for (int round = 0; round < 4; round++) {
            tenant.clock().advance(Duration.ofDays(25));
            pages = mail.pages(deltaLink(pages));
            apply(pages, known);

            assertThat(known.keySet())
                    .isEqualTo(state(mail.pages(folder + "?$top=100&$select=displayName"))
                            .keySet());
        }
    }

    @Test
    void directory_rounds_tell_who_came_and_who_changed() {
        List<Client.Reply> pages = mail.pages("/users/delta?$select=accountEnabled,department");
        Map<String, Object> known = state(pages);
        assertThat(known).hasSizeGreaterThan(20);
        for (int round = 0; round < 20; round++) {
            tenant.clock().advance(Duration.ofDays(6));
            pages = mail.pages(deltaLink(pages));
            apply(pages, known);
        }

        assertThat(known).isEqualTo(state(mail.pages("/users?$top=999&$select=accountEnabled,department")));
    }

    @Test
    void links_that_are_too_old_or_expired_are_gone() {
        String users = deltaLink(mail.pages("/users/delta"));
        String inbox = deltaLink(mail.pages(user + "/mailFolders/inbox/messages/delta?$select=id"));
        tenant.clock().advance(Duration.ofDays(8));

        Client.Reply gone = mail.get(users);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.header("Location")).endsWith("/users/delta?$deltatoken=");
        assertThat(mail.get(inbox).status()).isEqualTo(200);

        tenant.syncStates().expireMailbox(somebody().id());
        assertThat(mail.get(inbox).status()).isEqualTo(410);
        assertThat(mail.get(inbox).errorCode()).isEqualTo("SyncStateNotFound");
    }

    @Test
    void a_link_that_was_changed_or_belongs_elsewhere_is_refused() {
        String inbox = deltaLink(mail.pages(user + "/mailFolders/inbox/messages/delta?$select=id"));

        assertThat(mail.get(inbox.substring(0, inbox.length() - 3) + "AAA").status())
                .isEqualTo(400);
        assertThat(mail.get(inbox.replace("/inbox/", "/drafts/")).status()).isEqualTo(400);
        assertThat(mail.get("/users/delta?$deltatoken=nonsense").status()).isEqualTo(400);
    }

    @Test
    void a_filtered_round_stops_at_what_it_may_ask_for() {
        String delta = user + "/mailFolders/inbox/messages/delta?$select=receivedDateTime";

        List<Client.Reply> pages = mail.pages(delta + "&$filter=receivedDateTime ge 2026-02-20T00:00:00Z");
        assertThat(state(pages).values())
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(message.toString()).containsPattern("receivedDateTime=2026-0(2-2|3)"));
        assertThat(mail.get(delta + "&$filter=isRead eq true").status()).isEqualTo(400);
        assertThat(mail.get(delta + "&$orderby=subject").status()).isEqualTo(400);
        assertThat(calendar.get(user + "/calendarView/delta?$select=id&" + SPAN).status())
                .isEqualTo(400);
        assertThat(mail.get("/users/delta?$top=5").status()).isEqualTo(400);
    }

    private Map<String, Object> folder(String name) {
        return state(mail.pages(user + "/mailFolders/" + name + "/messages?$top=500&$select=isRead,receivedDateTime"));
    }

    private static Map<String, String> byMessageId(Client.Reply reply) {
        Map<String, String> ids = new TreeMap<>();
        reply.value()
                .forEach(
                        item -> ids.put(String.valueOf(item.get("internetMessageId")), String.valueOf(item.get("id"))));
        return ids;
    }

    private static String deltaLink(List<Client.Reply> pages) {
        return pages.get(pages.size() - 1).member("@odata.deltaLink");
    }

    private static List<String> ids(List<Client.Reply> pages) {
        List<String> ids = new ArrayList<>();
        pages.forEach(page -> page.value().forEach(item -> ids.add(String.valueOf(item.get("id")))));
        return ids;
    }

    private static Map<String, Object> state(List<Client.Reply> pages) {
        Map<String, Object> state = new TreeMap<>();
        assertThat(apply(pages, state)).isZero();
        return state;
    }

    /** @return how many were removed */
    private static int apply(List<Client.Reply> pages, Map<String, Object> state) {
        int removed = 0;
        for (Client.Reply page : pages) {
            for (Map<String, @Nullable Object> item : page.value()) {
                String id = String.valueOf(item.get("id"));
                item.remove("@odata.type");
                if (item.containsKey("@removed")) {
                    state.remove(id);
                    removed++;
                } else {
                    state.put(id, item);
                }
            }
        }
        return removed;
    }
}
