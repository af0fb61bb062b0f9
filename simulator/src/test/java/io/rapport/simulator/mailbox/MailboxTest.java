package io.rapport.simulator.mailbox;

import static io.rapport.simulator.mailbox.TestCompany.AUTUMN;
import static io.rapport.simulator.mailbox.TestCompany.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.address.ConversationKey;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Email;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailboxTest {

    @Test
    void changes_lead_from_one_state_of_a_folder_to_the_next() {
        for (int person : List.of(0, 3, 17)) {
            Mailbox mailbox = TestCompany.mailbox(person, SPRING);
            for (Folder folder : Folder.values()) {
                Map<String, Message> state = byId(mailbox.messages(folder, AUTUMN));
                Instant since = AUTUMN;
                for (Instant at = AUTUMN; at.isBefore(SPRING); at = at.plus(Duration.ofHours(331))) {
                    FolderChanges<Message> changes = mailbox.changes(folder, since, at);
                    changes.removed().forEach(id -> assertThat(state.remove(id)).isNotNull());
                    state.putAll(byId(changes.changed()));
                    assertThat(state).isEqualTo(byId(mailbox.messages(folder, at)));
                    since = at;
                }
            }
        }
    }

    @Test
    void opened_later_it_tells_the_same_about_earlier() {
        assertThat(TestCompany.mailbox(5, SPRING).messages(AUTUMN))
                .isNotEmpty()
                .containsExactlyElementsOf(TestCompany.mailbox(5, AUTUMN).messages(AUTUMN));
    }

    @Test
    void opened_from_an_instant_it_knows_what_came_since() {
        Mailbox since = Mailbox.open(TestCompany.correspondences(), TestCompany.person(5), AUTUMN, SPRING);
        List<Message> expected = TestCompany.mailbox(5, SPRING).messages(SPRING).stream()
                .filter(message -> !message.received().isBefore(AUTUMN))
                .toList();

        assertThat(since.messages(SPRING)).isNotEmpty().containsExactlyElementsOf(expected);
    }

    @Test
    void every_mailbox_names_a_conversation_in_its_own_way_around_the_same_key() {
        Map<String, Set<String>> idsByKey = new HashMap<>();
        Map<String, Set<String>> keysByEmail = new HashMap<>();
        for (Person person : TestCompany.company().people().subList(0, 20)) {
            for (Message message : TestCompany.mailbox(person.index(), AUTUMN).messages(AUTUMN)) {
                assertThat(message.conversationId()).hasSize(80).startsWith("AAQk");
                assertThat(message.id()).hasSize(152).startsWith("AAMk");
                String key = Objects.requireNonNull(ConversationKey.of(message.conversationId()));
                assertThat(key).hasSize(32);
                idsByKey.computeIfAbsent(key, any -> new HashSet<>()).add(message.conversationId());
                keysByEmail
                        .computeIfAbsent(message.internetMessageId(), any -> new HashSet<>())
                        .add(key);
            }
        }
        assertThat(idsByKey.values()).anyMatch(ids -> ids.size() > 2);
        assertThat(keysByEmail.values()).allMatch(keys -> keys.size() == 1);
    }

    @Test
    void only_the_senders_copy_knows_the_bcc() {
        List<Message> withBcc = new ArrayList<>();
        List<Message> hidden = new ArrayList<>();
        for (Person person : TestCompany.company().people().subList(0, 60)) {
            for (Message message : TestCompany.mailbox(person.index(), SPRING).messages(SPRING)) {
                if (!message.email().bcc().isEmpty()) {
                    (message.isSent() ? withBcc : hidden).add(message);
                }
            }
        }
        assertThat(withBcc).isNotEmpty().allMatch(message -> !message.bcc().isEmpty());
        assertThat(hidden).isNotEmpty().allMatch(message -> message.bcc().isEmpty());
    }

    @Test
    void every_email_lies_with_its_sender_and_with_all_whom_it_names() {
        Instant from = AUTUMN.minus(Duration.ofDays(3));
        List<Email> emails = new ArrayList<>();
        TestCompany.correspondences().emails(from, AUTUMN, emails::add);
        Map<Integer, Set<Long>> keys = new HashMap<>();
        for (Person person : TestCompany.company().people()) {
            if (!person.isGuest()) {
                Set<Long> held = new HashSet<>();
                TestCompany.mailbox(person.index(), AUTUMN.plusSeconds(60))
                        .messages(AUTUMN)
                        .forEach(message -> held.add(message.email().key()));
                keys.put(person.index(), held);
            }
        }
        assertThat(emails).isNotEmpty();
        for (Email email : emails) {
            List<Party> named = new ArrayList<>(email.to());
            named.addAll(email.cc());
            named.addAll(email.bcc());
            named.add(email.sender());
            named.stream()
                    .filter(party -> party.kind() == Party.Kind.PERSON)
                    .filter(party -> !TestCompany.person(party.index()).isGuest())
                    .filter(party -> email.sentSecond() + 30 < AUTUMN.getEpochSecond())
                    .filter(party -> email.kind() == Email.Kind.ACCOUNT)
                    .forEach(party -> assertThat(keys.get(party.index())).contains(email.key()));
        }
    }

    @Test
    void drafts_and_junk_lie_in_folders_of_their_own() {
        List<Message> all = new ArrayList<>();
        for (int person = 0; person < 60; person++) {
            all.addAll(TestCompany.mailbox(person, SPRING).messages(SPRING));
        }
        assertThat(all)
                .filteredOn(Message::isDraft)
                .isNotEmpty()
                .allMatch(message -> message.folder() == Folder.DRAFTS);
        assertThat(all)
                .filteredOn(message -> message.folder() == Folder.JUNK_EMAIL)
                .isNotEmpty()
                .allMatch(message -> message.email().kind() == Email.Kind.JUNK);
        assertThat(all)
                .extracting(Message::folder)
                .contains(
                        Folder.INBOX,
                        Folder.SENT_ITEMS,
                        Folder.DELETED_ITEMS,
                        Folder.ARCHIVE,
                        Folder.CUSTOMERS,
                        Folder.PROJECTS_RUNNING);
    }

    @Test
    void the_newest_message_comes_first() {
        List<Message> messages = TestCompany.mailbox(2, SPRING).messages(Folder.INBOX, SPRING);

        assertThat(messages)
                .hasSizeGreaterThan(50)
                .isSortedAccordingTo(Comparator.comparing(Message::received).reversed());
    }

    private static Map<String, Message> byId(List<Message> messages) {
        Map<String, Message> byId = new HashMap<>();
        messages.forEach(message -> byId.put(message.id(), message));
        assertThat(byId).hasSameSizeAs(messages);
        return byId;
    }
}
