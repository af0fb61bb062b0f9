package io.rapport.simulator.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory that may have a mailbox: an employee, a guest, or a shared mailbox. Immutable; what changes
 * with time is asked for at an instant.
 *
 * @param index its place in {@link Company#people()}
 * @param kind which of the three
 * @param id Entra's object id
 * @param mailboxGuid GUID of the mailbox, as it stands in the ids of items
 * @param name as the directory shows it
 * @param userPrincipalName sign-in name; for half of them not the mail address
 * @param mail primary address
 * @param aliases further addresses of the tenant
 * @param office where
 * @param career the department and title, and whether they change
 * @param hours working hours
 * @param account of a shared mailbox and an employee: whether and how it can be read
 * @param privateAddress an address at home that colleagues keep, or null
 */
public record Person(
        int index,
        Kind kind,
        String id,
        String mailboxGuid,
        PersonName name,
        String userPrincipalName,
        String mail,
        List<String> aliases,
        Office office,
        Career career,
        WorkingHours hours,
        MailboxLife account,
        @Nullable String privateAddress) {

    /** What an entry of the directory stands for. */
    public enum Kind {
        EMPLOYEE,
        GUEST,
        SHARED_MAILBOX
    }

    public Person {
        aliases = List.copyOf(aliases);
    }

    public String displayName() {
        return name.display();
    }

    public boolean isGuest() {
        return kind == Kind.GUEST;
    }

    public boolean isEmployee() {
        return kind == Kind.EMPLOYEE;
    }

    public boolean isSharedMailbox() {
        return kind == Kind.SHARED_MAILBOX;
    }

    /** The zone as the mailbox's settings name it: mostly Windows' name, now and then IANA's. */
    public String settingsZone() {
        return index % 7 == 3 ? office.zone().getId() : office.windowsZone();
    }

    public Optional<String> findPrivateAddress() {
        return Optional.ofNullable(privateAddress);
    }

    /** Whether the directory has the entry: from the day of joining on; guests are taken out again, leavers stay. */
    public boolean isInDirectory(Instant at) {
        return account.isKnown(at.getEpochSecond());
    }

    /** Whether somebody works here (a guest: has access) at that time. */
    public boolean isPresent(Instant at) {
        return account.isPresent(at.getEpochSecond());
    }

    /** {@code accountEnabled}: never for shared mailboxes, no longer for those who left. */
    public boolean isEnabled(Instant at) {
        return !isSharedMailbox() && isPresent(at);
    }

    /** Whether there is an Exchange licence; that of a leaver is taken away after 30 days. */
    public boolean isLicensed(Instant at) {
        return isEmployee() && account.isLicensed(at.getEpochSecond());
    }

    public MailboxState mailboxState(Instant at) {
        return isGuest() ? MailboxState.NONE : account.state(at.getEpochSecond());
    }

    /** Whether Graph Data Connect yields rows for it: a cloud mailbox, an enabled account and a licence. */
    public boolean isValidUser(Instant at) {
        return mailboxState(at) == MailboxState.ACTIVE && isEnabled(at) && isLicensed(at);
    }

    /** The department of an employee; the directory names none for others. */
    public Optional<Department> findDepartment(Instant at) {
        return isEmployee() ? Optional.of(career.department(at.getEpochSecond())) : Optional.empty();
    }

    /** The title of an employee; the directory names none for others. */
    public Optional<String> findJobTitle(Instant at) {
        return isEmployee() ? Optional.of(career.jobTitle(at.getEpochSecond())) : Optional.empty();
    }

    /** {@code preferredDataLocation}: the region that keeps the mailbox; a guest has none. */
    public Optional<String> findDataLocation() {
        return isGuest() ? Optional.empty() : Optional.of(office.region());
    }

    /** When the entry last changed before or at that time, as a directory's delta query would find out. */
    public Instant lastChanged(Instant at) {
        return Instant.ofEpochSecond(
                Math.max(account.lastChanged(at.getEpochSecond()), career.lastChanged(at.getEpochSecond())));
    }
}
