package io.rapport.serve.web.profile;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerMapping;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Drafts;
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
import java.util.Optional;
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
    private final Drafts drafts;

    public UploadPages(Pages pages, Profiles profiles, ProfileUploads uploads, Drafts drafts) {
        this.pages = pages;
        this.profiles = profiles;
        this.uploads = uploads;
        this.drafts = drafts;
    }

    /**
     * @param name of the set that gets a new version; empty for a new set
     * @param draft id of the enrichment's draft from which somebody comes, and to which the files lead back; empty for none
     */
    @GetMapping("/profiles/new")
    ResponseEntity<String> begin(
            HttpServletRequest request,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "draft", defaultValue = "") String draft) {
        return form(request, 200, name, draft, "");
    }

    @PostMapping(UploadGate.PATH)
    ResponseEntity<?> receive(
            HttpServletRequest request,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "draft", defaultValue = "") String draft,
            @RequestParam(name = "accounts", required = false) @Nullable MultipartFile accounts,
            @RequestParam(name = "contacts", required = false) @Nullable MultipartFile contacts) {
        try {
            ProfileName.require(name);
            if (accounts == null || accounts.isEmpty() || contacts == null || contacts.isEmpty()) {
                return form(request, 400, name, draft, "Choose both files; one of them is missing, or empty.");
            }
            Upload upload = uploads.receive(name, accounts::transferTo, contacts::transferTo);
            return to(findDraft(draft).map(open -> handOver(upload, open)).orElseGet(() -> href(upload)));
        } catch (RapportException wrong) {
            return form(request, 400, name, draft, wrong.text());
        }
    }

    /** The wizard goes on with them. */
    private String handOver(Upload upload, Draft draft) {
        drafts.change(draft, draft.fields().withUpload(upload.id(), upload.name()));
        return "/enrich/" + draft.id() + "/mapping";
    }

    /** What the files hold; with a mapping in the address, under that one. */
    @GetMapping("/profiles/uploads/{id}")
    ResponseEntity<String> map(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> sent) {
        Upload upload = uploads.find(id).orElseThrow(NotThere::new);
        return mapping(request, 200, upload, MappingForm.chosen(sent, ""));
    }

    @PostMapping("/profiles/uploads/{id}")
    ResponseEntity<?> save(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> sent) {
        Upload upload = uploads.find(id).orElseThrow(NotThere::new);
        CustomerMapping chosen = MappingForm.chosen(sent, "");
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
        MappingView view = new MappingForm(upload, href(upload), profiles.next(upload.name())).view(chosen, profiles);
        return pages.page(request, status, "Map " + upload.name(), ProfilePages.SECTION, "profile/mapping.jte", view);
    }

    private Optional<Draft> findDraft(String id) {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(person -> drafts.find(id, person.id()));
    }

    private ResponseEntity<String> form(
            HttpServletRequest request, int status, String name, String draft, String problem) {
        return pages.page(
                request,
                status,
                "Bring profiles",
                ProfilePages.SECTION,
                "profile/new.jte",
                new UploadView(
                        name,
                        profiles.find(name).isEmpty(),
                        findDraft(draft).map(Draft::id).orElse(""),
                        problem,
                        Say.bytes(UploadGate.MOST_BYTES)));
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
