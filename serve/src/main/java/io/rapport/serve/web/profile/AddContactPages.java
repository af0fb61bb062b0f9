package io.rapport.serve.web.profile;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountPage;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.profile.ProfileError;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.security.Person;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Add as contact of …": an address that belonged to nobody, and an account of the enrichment's latest run. */
@RestController
public class AddContactPages {

    private static final int SHOWN = 12;

    private final Pages pages;
    private final Profiles profiles;
    private final Customers customers;

    public AddContactPages(Pages pages, Profiles profiles, Customers customers) {
        this.pages = pages;
        this.profiles = profiles;
        this.customers = customers;
    }

    @GetMapping("/profiles/add-contact/{output}")
    ResponseEntity<String> form(
            HttpServletRequest request, @PathVariable("output") String output, @RequestParam Map<String, String> sent) {
        return page(request, 200, run(output), sent, "");
    }

    @PostMapping("/profiles/add-contact/{output}")
    ResponseEntity<?> add(
            HttpServletRequest request, @PathVariable("output") String output, @RequestParam Map<String, String> sent) {
        ServedRun run = run(output);
        try {
            String account = text(sent, "account");
            String name = customers
                    .find(run, account)
                    .map(customer -> customer.standing().name())
                    .orElseThrow(() -> new RapportException(
                            ProfileError.ADDED_CONTACT,
                            "No account was chosen. Search for one by its name or id, and choose it."));
            boolean isNew = profiles.added().add(set(run), text(sent, "address"), account, name, personName());
            Pages.say(
                    request,
                    isNew
                            ? "The contact of " + name + " is added. It counts from the next run of " + output + " on."
                            : "That address was added as a contact of " + name + " before.");
            return UploadPages.to("/enrichment/" + output + "/coverage");
        } catch (RapportException wrong) {
            return page(request, 400, run, sent, wrong.text());
        }
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, ServedRun run, Map<String, String> sent, String problem) {
        ProfileSet set = set(run);
        String search = text(sent, "q");
        String chosen = text(sent, "account");
        AccountPage found = customers.page(run, new AccountQuery(search, null, AccountOrder.NAME, false, 0, SHOWN));
        long more = found.found() - found.accounts().size();
        AddContactView view = new AddContactView(
                set.name(),
                ProfilePages.href(set),
                "/profiles/add-contact/" + run.output(),
                "/enrichment/" + run.output() + "/coverage",
                run.output(),
                text(sent, "domain"),
                text(sent, "address"),
                search,
                problem,
                found.accounts().stream()
                        .map(account -> new AddContactView.Choice(
                                account.id(),
                                account.name(),
                                account.id().equals(chosen) || found.accounts().size() == 1))
                        .toList(),
                more == 0 ? "" : Say.count(more) + " more; search to find them.");
        return pages.page(request, status, "Add a contact", ProfilePages.SECTION, "profile/add-contact.jte", view);
    }

    private ServedRun run(String output) {
        return customers
                .findRun(output)
                .filter(run -> run.output().equals(output))
                .orElseThrow(NotThere::new);
    }

    /** Not there where the enrichment names files, or profiles that are gone. */
    private ProfileSet set(ServedRun run) {
        return run.run()
                .request()
                .findProfiles()
                .flatMap(used -> profiles.find(used.name()))
                .orElseThrow(NotThere::new);
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    private static String personName() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElse("");
    }
}
