package io.rapport.serve.web.profile;

import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.profile.AddedContact;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.ProfileVersion;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.profile.VerdictWords;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The profile sets, and each of them. Addresses are for administrators. */
@RestController
public class ProfilePages {

    static final String SECTION = "profiles";

    private final Pages pages;
    private final Profiles profiles;
    private final Enrichments enrichments;
    private final RunLog runs;
    private final InstantSource instants;

    public ProfilePages(Pages pages, Profiles profiles, Enrichments enrichments, RunLog runs, InstantSource instants) {
        this.pages = pages;
        this.profiles = profiles;
        this.enrichments = enrichments;
        this.runs = runs;
        this.instants = instants;
    }

    @GetMapping("/profiles")
    ResponseEntity<String> list(HttpServletRequest request) {
        List<ProfilesView.Line> lines = profiles.list().stream()
                .map(set -> {
                    var verdict = set.latest().verdict();
                    return new ProfilesView.Line(
                            set.name(),
                            href(set),
                            Say.count(set.latest().number()),
                            Say.count(verdict.accounts()),
                            Say.count(verdict.contactRows()),
                            percent(verdict.matchedShare()),
                            Say.count(verdict.broken()),
                            Say.count(set.additions()),
                            Say.ago(set.latest().createdAt(), instants.instant()));
                })
                .toList();
        return pages.page(request, "Profiles", SECTION, "profile/list.jte", new ProfilesView(lines, isAdministrator()));
    }

    @GetMapping("/profiles/sets/{id}")
    ResponseEntity<String> one(HttpServletRequest request, @PathVariable("id") String id) {
        ProfileSet set = set(id);
        ProfileVersion latest = set.latest();
        boolean mayChange = isAdministrator();
        ProfileView view = new ProfileView(
                set.name(),
                href(set),
                mayChange,
                VerdictWords.match(latest.verdict()),
                latest.mapping().columns().entrySet().stream()
                        .map(column -> new ProfileView.Column(column.getKey().words(), column.getValue()))
                        .toList(),
                findings(latest),
                set.versions().stream().map(this::version).toList(),
                uses(set),
                Say.count(set.additions(), "contact was", "contacts were"),
                mayChange ? profiles.added().list(set).stream().map(this::added).toList() : List.of());
        return pages.page(request, set.name(), SECTION, "profile/page.jte", view);
    }

    /** The saved enrichments that name a set, and those that ran with it on the command line. */
    private List<ProfileView.Use> uses(ProfileSet set) {
        List<ProfileView.Use> uses = new ArrayList<>();
        enrichments.list().stream()
                .filter(saved -> saved.fields().value(SpecFields.PROFILES).equals(set.name()))
                .forEach(saved -> uses.add(new ProfileView.Use(saved.name(), saved.output())));
        List<String> saved = enrichments.list().stream().map(Enrichment::output).toList();
        runs.list().stream()
                .map(Run::request)
                .filter(run -> !saved.contains(run.output()))
                .filter(run -> run.findProfiles()
                        .filter(used -> used.name().equals(set.name()))
                        .isPresent())
                .map(run -> new ProfileView.Use(run.enrichment(), run.output()))
                .distinct()
                .forEach(uses::add);
        return uses;
    }

    /** Takes a contact away that was added by hand. */
    @PostMapping("/profiles/sets/{id}/added")
    ResponseEntity<?> removeAdded(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> sent) {
        ProfileSet set = set(id);
        boolean wasThere =
                profiles.added().remove(set, sent.getOrDefault("address", ""), sent.getOrDefault("account", ""));
        Pages.say(
                request,
                wasThere
                        ? "The contact is removed. It counts until the enrichment's next run."
                        : "That contact was not there any more.");
        return UploadPages.to(href(set));
    }

    @GetMapping("/profiles/sets/{id}/remove")
    ResponseEntity<String> askRemoval(HttpServletRequest request, @PathVariable("id") String id) {
        ProfileSet set = set(id);
        return pages.page(
                request,
                "Remove " + set.name(),
                SECTION,
                "profile/remove.jte",
                new RemoveView(
                        set.name(),
                        href(set),
                        Say.count(set.versions().size(), "version", "versions"),
                        Say.count(set.additions(), "contact", "contacts"),
                        uses(set)));
    }

    @PostMapping("/profiles/sets/{id}/remove")
    ResponseEntity<?> remove(HttpServletRequest request, @PathVariable("id") String id) {
        ProfileSet set = set(id);
        profiles.remove(set);
        Pages.say(request, set.name() + " is removed.");
        return UploadPages.to("/profiles");
    }

    static String href(ProfileSet set) {
        return "/profiles/sets/" + set.id();
    }

    static String percent(double share) {
        return (long) Math.floor(100 * share) + " %";
    }

    private ProfileSet set(String id) {
        return profiles.list().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private static List<String> findings(ProfileVersion version) {
        return version.verdict().findings().stream()
                .map(finding ->
                        (finding.kind().isOfContacts() ? "Contacts: " : "Accounts: ") + VerdictWords.line(finding))
                .toList();
    }

    private ProfileView.Version version(ProfileVersion version) {
        return new ProfileView.Version(
                Say.count(version.number()),
                Say.ago(version.createdAt(), instants.instant()),
                version.by(),
                Say.count(version.verdict().accounts()),
                Say.count(version.verdict().contactRows()),
                percent(version.verdict().matchedShare()),
                Say.count(version.verdict().broken()));
    }

    private ProfileView.Added added(AddedContact contact) {
        return new ProfileView.Added(
                contact.address(),
                contact.accountId(),
                contact.accountName(),
                Say.ago(contact.at(), instants.instant()) + " by " + contact.by());
    }

    private static boolean isAdministrator() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.role().mayActAs(Role.ADMINISTRATOR))
                .isPresent();
    }
}
