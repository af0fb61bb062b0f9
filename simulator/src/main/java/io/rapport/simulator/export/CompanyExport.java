package io.rapport.simulator.export;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.mailbox.AccountsOfPeople;
import io.rapport.simulator.mailbox.Calendar;
import io.rapport.simulator.mailbox.ContactBook;
import io.rapport.simulator.mailbox.Folder;
import io.rapport.simulator.mailbox.Mailbox;
import io.rapport.simulator.mailbox.Message;
import io.rapport.simulator.meeting.Meetings;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * The datasets of an export, each a stream of JSON lines that is made while it is read, one mailbox in memory at a time.
 * Thread-safe; the streams are not.
 */
public final class CompanyExport {

    private final Correspondences correspondences;
    private final Meetings meetings;
    private final AccountsOfPeople accounts;
    private final ExportPlan plan;
    private final Company company;

    public CompanyExport(Correspondences correspondences, Meetings meetings, ExportPlan plan) {
        this.correspondences = correspondences;
        this.meetings = meetings;
        this.plan = plan;
        this.company = correspondences.company();
        this.accounts = new AccountsOfPeople(company);
    }

    public ExportPlan plan() {
        return plan;
    }

    /** The people whose mailboxes an export holds: valid users, in the order of the directory. */
    public List<Person> mailboxes() {
        return company.people().stream()
                .filter(person -> person.isValidUser(plan.at()))
                .toList();
    }

    /**
     * Opens a dataset.
     *
     * @param mailboxes whose rows it shall hold; datasets about the whole directory pass over it
     */
    public InputStream open(ExportDataset dataset, List<Person> mailboxes) {
        return switch (dataset) {
            case USERS ->
                stream(
                        company.people().stream()
                                .filter(person -> person.isInDirectory(plan.at()))
                                .iterator(),
                        new UserRows(plan.at(), plan.fields()));
            case GROUPS -> stream(company.lists().iterator(), new GroupRows());
            case GROUP_MEMBERS -> stream(new Flattened<>(company.lists(), this::members), Membership::write);
            case MAILBOX_SETTINGS -> stream(mailboxes.iterator(), new SettingsRows(plan.fields()));
            case MESSAGES -> owned(mailboxes, this::messages, new MessageRows(plan.fields()));
            case EVENTS ->
                owned(
                        mailboxes,
                        person -> Calendar.open(meetings, person)
                                .events(plan.from(), plan.calendarUntil(), plan.at())
                                .iterator(),
                        new EventRows(plan.fields()));
            case CONTACTS ->
                owned(
                        mailboxes,
                        person -> ContactBook.open(accounts, person)
                                .contacts(plan.at())
                                .iterator(),
                        new ContactRows(plan.fields()));
            case CONTACT_ACTIVITY ->
                owned(
                        mailboxes,
                        person -> ContactBook.open(accounts, person)
                                .signals(plan.from(), plan.at())
                                .iterator(),
                        new SignalRows(company.tenantId()));
        };
    }

    private Iterator<Membership> members(MailingList list) {
        return Membership.of(list, company, plan.at()).iterator();
    }

    private Iterator<Message> messages(Person person) {
        return Mailbox.open(correspondences, person, plan.from(), plan.at()).messages(plan.at()).stream()
                .filter(message -> plan.folders() == ExportPlan.Folders.ALL || isConnected(message.folder()))
                .iterator();
    }

    private static boolean isConnected(Folder folder) {
        return folder != Folder.JUNK_EMAIL && folder != Folder.DRAFTS;
    }

    private <T> InputStream owned(List<Person> people, Function<Person, Iterator<T>> open, RowWriter<Owned<T>> writer) {
        return stream(new Flattened<>(people, person -> new OwnedThings<>(person, open.apply(person))), writer);
    }

    private <T> InputStream stream(Iterator<T> things, RowWriter<T> writer) {
        return new RowStream<>(things, writer, company.tenantId());
    }

    /** The things of one mailbox, each with its owner. */
    private record OwnedThings<T>(Person owner, Iterator<T> things) implements Iterator<Owned<T>> {

        @Override
        public boolean hasNext() {
            return things.hasNext();
        }

        @Override
        public Owned<T> next() {
            return new Owned<>(owner, things.next());
        }
    }
}
