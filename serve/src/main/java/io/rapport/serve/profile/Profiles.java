package io.rapport.serve.profile;

import io.rapport.core.error.RapportException;
import io.rapport.lake.privacy.Suppression;
import io.rapport.model.input.CustomerField;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.CustomerReading;
import io.rapport.model.input.CustomerVerdict;
import io.rapport.model.input.MappingGuess;
import io.rapport.model.input.StoredCustomers;
import io.rapport.model.run.RunFolder;
import io.rapport.model.spec.NearestName;
import io.rapport.model.spec.Spec;
import io.rapport.serve.home.Home;
import io.rapport.serve.run.PinnedProfiles;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The customer profiles of a home. Their rows lie in files, the rest in the state database; a version is there as a whole
 * or not at all. Thread-safe.
 */
public final class Profiles {

    /** As imports of exports have it. */
    public static final double MOST_BROKEN = 0.01;

    private final ProfileSets sets;
    private final ProfileFolders folders;
    private final AddedContacts added;
    private final Supplier<Suppression> erased;

    public Profiles(Home home, ServeState state, InstantSource instants) {
        this.sets = new ProfileSets(state, instants);
        this.folders = new ProfileFolders(home);
        this.added = new AddedContacts(state, instants);
        this.erased = () -> state.suppression(home.folder(), instants);
    }

    /** What to do with rows that don't fit their header. */
    public enum BrokenRows {
        /** Refuse the files where they are more than {@link #MOST_BROKEN} of all. */
        REFUSE_MANY,
        /** Leave them out, however many: whoever brings the files has seen the verdict. */
        LEAVE_OUT
    }

    /** Who was erased from the home, as it is now: no customer file brings them back. */
    public Suppression erased() {
        return erased.get();
    }

    /** All sets, by name. */
    public List<ProfileSet> list() {
        return sets.list();
    }

    /** Their names, in the same order. */
    public List<String> names() {
        return list().stream().map(ProfileSet::name).toList();
    }

    public Optional<ProfileSet> find(String name) {
        return list().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** What files for a set of this name become, in words. */
    public String next(String name) {
        return find(name)
                .map(set -> "version " + (set.latest().number() + 1) + " of " + name)
                .orElse("new profiles, " + name);
    }

    /** @throws RapportException {@link ProfileError#PROFILE_UNKNOWN}, with the name that was probably meant */
    public ProfileSet require(String name) {
        return find(name).orElseThrow(() -> {
            List<String> names = names();
            String meant = NearestName.find(name, names)
                    .map(nearest -> "Did you mean \"" + nearest + "\"?")
                    .orElse(
                            names.isEmpty()
                                    ? "There are none at all. To bring some: rapport profiles import --help."
                                    : "There are: " + String.join(", ", names) + ".");
            return new RapportException(
                    ProfileError.PROFILE_UNKNOWN, "There are no customer profiles of that name. " + meant);
        });
    }

    /** Contacts that were added by hand. */
    public AddedContacts added() {
        return added;
    }

    /** What the columns of two files most probably mean. */
    public MappingGuess guess(CustomerFiles files, CustomerMapping named) {
        return MappingGuess.of(files, named);
    }

    /** What two files hold under a mapping; reads all of both and keeps nothing. */
    public CustomerReading.Preview preview(CustomerFiles files, CustomerMapping mapping) {
        return CustomerReading.look(files, mapping);
    }

    /**
     * Keeps two files as the next version of a set, or as the first of a new one.
     *
     * @param by who does, as people know them
     * @throws RapportException a {@link ProfileError}, or {@code CUSTOMER_FILE_INVALID} with all that is wrong with the
     *     files; then nothing has changed
     */
    public ProfileSet add(String name, CustomerFiles files, CustomerMapping mapping, BrokenRows broken, String by) {
        String wanted = ProfileName.require(name);
        requireDistinct(wanted);
        try (RunFolder work = folders.begin()) {
            StoredCustomers written = new StoredCustomers(work.path());
            CustomerVerdict verdict =
                    CustomerReading.store(files, mapping, written).verdict();
            if (broken == BrokenRows.REFUSE_MANY && verdict.brokenShare() > MOST_BROKEN) {
                throw new RapportException(
                        ProfileError.PROFILE_BROKEN_ROWS,
                        String.join("\n", VerdictWords.lines(verdict, files)) + "\n"
                                + "More than 1 % of the rows can't be read, so nothing was kept. Mend the files, or leave these"
                                + " rows out: --leave-out-broken, leaveOutBroken over the API.");
            }
            folders.leaveOut(written, erased.get());
            String set = sets.findOrCreate(wanted, by);
            String folder = UUID.randomUUID().toString();
            folders.keep(written, set, folder);
            sets.insertVersion(set, folder, mapping, verdict, by);
            return require(wanted);
        }
    }

    /** Forgets a set: its versions, and what was added by hand. Tables of earlier runs stay. */
    public void remove(ProfileSet set) {
        sets.remove(set.id());
        folders.remove(folders.set(set.id()));
    }

    /**
     * The version that a run is to use from now on.
     *
     * @throws RapportException {@link ProfileError#PROFILE_UNKNOWN}; {@link ProfileError#PROFILE_WITHOUT_PARENTS} where the
     *     spec asks for what the set does not have
     */
    public PinnedProfiles pin(Spec spec, Spec.NamedProfiles named) {
        ProfileSet set = require(named.name());
        if (spec.options().rollUp()
                && set.latest().mapping().find(CustomerField.PARENT_ID).isEmpty()) {
            throw new RapportException(
                    ProfileError.PROFILE_WITHOUT_PARENTS,
                    "The options ask for rollUp, and the customer profiles \"" + set.name()
                            + "\" have no parents. Import them with --parent, or leave rollUp out.");
        }
        return new PinnedProfiles(set.name(), set.latest().number(), set.additions());
    }

    /**
     * Copies a version for a run, with the contacts that are added by hand now.
     *
     * @param folder of the run's own
     */
    public CustomerInput copy(PinnedProfiles pinned, Path folder) {
        ProfileSet set = require(pinned.name());
        ProfileVersion version = set.versions().stream()
                .filter(one -> one.number() == pinned.version())
                .findFirst()
                .orElseThrow(() -> new RapportException(
                        ProfileError.PROFILE_UNKNOWN,
                        "The customer profiles \"" + set.name() + "\" have no version " + pinned.version()
                                + " any more."));
        return folders.version(set.id(), version.folder())
                .unpack(
                        folder,
                        added.list(set).stream()
                                .map(contact -> new StoredCustomers.Addition(contact.address(), contact.accountId()))
                                .toList());
    }

    private void requireDistinct(String name) {
        for (String other : names()) {
            if (!other.equals(name) && other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                throw new RapportException(
                        ProfileError.PROFILE_EXISTS,
                        "There are customer profiles \"" + other + "\" already, the same but for capitals. Use that"
                                + " name for a new version, or another one.");
            }
        }
    }
}
