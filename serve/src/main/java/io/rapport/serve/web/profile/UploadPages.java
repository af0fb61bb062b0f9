package io.rapport.serve.web.profile;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.MappingGuess;
import io.rapport.serve.profile.ProfileName;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.ProfileUploads.Upload;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.profile.Profiles.BrokenRows;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.UploadGate;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Bringing two files: sending them, mapping their columns, saving them as a version. */
@RestController
public class UploadPages {

    private final Pages pages;
    private final Profiles profiles;
    private final ProfileUploads uploads;

    public UploadPages(Pages pages, Profiles profiles, ProfileUploads uploads) {
        this.pages = pages;
        this.profiles = profiles;
        this.uploads = uploads;
    }

    /** @param name of the set that gets a new version; empty for a new set */
    @GetMapping("/profiles/new")
    ResponseEntity<String> begin(
            HttpServletRequest request, @RequestParam(name = "name", defaultValue = "") String name) {
        return form(request, 200, name, "");
    }

    @PostMapping(UploadGate.PATH)
    ResponseEntity<?> receive(
            HttpServletRequest request,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "accounts", required = false) @Nullable MultipartFile accounts,
            @RequestParam(name = "contacts", required = false) @Nullable MultipartFile contacts) {
        try {
            ProfileName.require(name);
            if (accounts == null || accounts.isEmpty() || contacts == null || contacts.isEmpty()) {
                return form(request, 400, name, "Choose both files; one of them is missing, or empty.");
            }
            Upload upload = uploads.receive(name, accounts::transferTo, contacts::transferTo);
            return to(href(upload));
        } catch (RapportException wrong) {
            return form(request, 400, name, wrong.text());
        }
    }

    /** What the files hold; with a mapping in the address, under that one. */
    @GetMapping("/profiles/uploads/{id}")
    ResponseEntity<String> map(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> sent) {
        Upload upload = uploads.find(id).orElseThrow(NotThere::new);
        return mapping(request, 200, upload, MappingForm.chosen(sent));
    }

    @PostMapping("/profiles/uploads/{id}")
    ResponseEntity<?> save(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> sent) {
        Upload upload = uploads.find(id).orElseThrow(NotThere::new);
        CustomerMapping chosen = MappingForm.chosen(sent);
        try {
            ProfileSet set = profiles.add(upload.name(), upload.files(), chosen, BrokenRows.LEAVE_OUT, personName());
            uploads.drop(upload);
            Pages.say(
                    request,
                    set.name() + ", version " + set.latest().number() + ", is saved. The next run of its enrichments"
                            + " uses it.");
            return to(ProfilePages.href(set));
        } catch (RapportException wrong) {
            return mapping(request, 400, upload, chosen);
        }
    }

    private ResponseEntity<String> mapping(
            HttpServletRequest request, int status, Upload upload, CustomerMapping chosen) {
        MappingForm form = new MappingForm(upload, href(upload), versionWords(upload.name()));
        try {
            MappingGuess guess = chosen.columns().isEmpty()
                    ? profiles.guess(upload.files(), chosen)
                    : MappingForm.asChosen(profiles.guess(upload.files(), chosen), chosen);
            return page(request, status, upload, form.view(guess, profiles));
        } catch (RapportException unreadable) {
            return page(request, status, upload, form.unreadable(unreadable.text()));
        }
    }

    private String versionWords(String name) {
        return profiles.find(name)
                .map(set -> "version " + (set.latest().number() + 1) + " of " + name)
                .orElse("new profiles, " + name);
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, Upload upload, MappingView view) {
        return pages.page(request, status, "Map " + upload.name(), ProfilePages.SECTION, "profile/mapping.jte", view);
    }

    private ResponseEntity<String> form(HttpServletRequest request, int status, String name, String problem) {
        return pages.page(
                request,
                status,
                "Bring profiles",
                ProfilePages.SECTION,
                "profile/new.jte",
                new UploadView(name, profiles.find(name).isEmpty(), problem, Say.bytes(UploadGate.MOST_BYTES)));
    }

    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private static String href(Upload upload) {
        return "/profiles/uploads/" + upload.id();
    }

    private static String personName() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElse("");
    }
}
