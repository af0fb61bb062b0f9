package io.rapport.serve.web.customer;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rapport.serve.customer.Customer;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers: the list, the same as CSV, and a card for each. */
@RestController
public class CustomerPages {

    private static final String SECTION = "customers";

    private final Pages pages;
    private final Customers customers;
    private final InstantSource instants;

    public CustomerPages(Pages pages, Customers customers, InstantSource instants) {
        this.pages = pages;
        this.customers = customers;
        this.instants = instants;
    }

    @GetMapping("/customers")
    ResponseEntity<String> list(HttpServletRequest request, @RequestParam Map<String, String> said) {
        ListAddress address = address(said);
        ServedRun run = customers.findRun(address.enrichment()).orElse(null);
        CustomersView view = run == null
                ? CustomerList.none()
                : CustomerList.view(
                        address,
                        run,
                        customers.outputs(),
                        customers.counts(run),
                        customers.page(run, address.query()),
                        mayExport(),
                        instants.instant());
        return pages.page(request, "Customers", SECTION, "customer/list.jte", view);
    }

    /** All that the list would show, page by page. */
    @GetMapping("/customers.csv")
    void export(HttpServletResponse response, @RequestParam Map<String, String> said) throws IOException {
        ListAddress address = address(said);
        ServedRun run = customers.findRun(address.enrichment()).orElseThrow(NotThere::new);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"customers.csv\"");
        response.setHeader("Cache-Control", "no-store");
        CsvWriter csv = CsvWriter.builder().build(response.getWriter());
        csv.writeRecord(CustomerCsv.HEADER);
        customers.each(run, address.query(), account -> csv.writeRecord(CustomerCsv.record(account, run.asOf())));
        csv.flush();
    }

    @GetMapping("/customers/{key}")
    ResponseEntity<String> card(
            HttpServletRequest request,
            @PathVariable("key") String key,
            @RequestParam(name = "enrichment", defaultValue = "") String enrichment,
            @RequestParam(name = "by", defaultValue = "month") String by) {
        ServedRun run = customers.findRun(enrichment).orElseThrow(NotThere::new);
        Customer customer =
                CustomerKey.findId(key).flatMap(id -> customers.find(run, id)).orElseThrow(NotThere::new);
        CustomerView view = CustomerCard.view(
                customer,
                "/customers/" + key,
                enrichment.isEmpty() ? "" : run.output(),
                customers.outputsWith(customer.standing().id()),
                by.equals("week"),
                instants.instant());
        return pages.page(request, view.name(), SECTION, "customer/card.jte", view);
    }

    private static ListAddress address(Map<String, String> said) {
        return ListAddress.of("/customers", "/customers.csv", said);
    }

    private static boolean mayExport() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.role().mayActAs(Role.CONTRIBUTOR))
                .isPresent();
    }
}
