package io.rapport.serve.web.segment;

import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.segment.ReadyMade;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCount;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.web.ExportMenu;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.customer.AsOf;
import io.rapport.serve.web.customer.CustomerList;
import io.rapport.serve.web.customer.CustomersView;
import io.rapport.serve.web.customer.ListAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Segments: the list, the members of each, and their end. */
@RestController
public class SegmentPages {

    static final String SECTION = "segments";

    private final Pages pages;
    private final Segments segments;
    private final SegmentCounts counts;
    private final Customers customers;
    private final InstantSource instants;

    public SegmentPages(
            Pages pages, Segments segments, SegmentCounts counts, Customers customers, InstantSource instants) {
        this.pages = pages;
        this.segments = segments;
        this.counts = counts;
        this.customers = customers;
        this.instants = instants;
    }

    @GetMapping("/segments")
    ResponseEntity<String> list(
            HttpServletRequest request, @RequestParam(name = "enrichment", defaultValue = "") String enrichment) {
        List<String> outputs = customers.outputs();
        ServedRun run = customers.findRun(enrichment).orElse(null);
        String suffix = enrichment.isEmpty() || run == null ? "" : "?enrichment=" + run.output();
        SegmentsView view = new SegmentsView(
                run != null,
                run == null ? "" : AsOf.words(run, instants.instant()),
                run == null ? List.of() : choices("/segments", outputs, run.output()),
                run == null
                        ? List.of()
                        : Arrays.stream(ReadyMade.values())
                                .map(made -> line(made.of(run.output()), "/segments/" + made.id() + suffix, run))
                                .toList(),
                segments.list().stream()
                        .filter(own ->
                                (run != null && own.output().equals(run.output())) || !outputs.contains(own.output()))
                        .map(own -> outputs.contains(own.output()) && run != null
                                ? line(own, href(own), run)
                                : SegmentWords.line(
                                        own,
                                        href(own),
                                        counts.history(own).stream().findFirst(),
                                        false))
                        .toList(),
                mayChange(),
                "/segments/new" + suffix);
        return pages.page(request, "Segments", SECTION, "segment/list.jte", view);
    }

    @GetMapping("/segments/{id}")
    ResponseEntity<String> members(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> said) {
        Segment segment = find(segments, customers, id, said);
        ServedRun run = findRun(customers, segment).orElse(null);
        SegmentView view = run == null ? gone(segment) : view(segment, run, address(segment, said));
        return pages.page(request, segment.name(), SECTION, "segment/members.jte", view);
    }

    @GetMapping("/segments/{id}/delete")
    ResponseEntity<String> ask(HttpServletRequest request, @PathVariable("id") String id) {
        Segment segment = segments.find(id).orElseThrow(NotThere::new);
        return pages.page(
                request,
                "Delete " + segment.name(),
                SECTION,
                "segment/delete.jte",
                new NamedSegment(segment.name(), href(segment)));
    }

    @PostMapping("/segments/{id}/delete")
    ResponseEntity<Void> delete(HttpServletRequest request, @PathVariable("id") String id) {
        Segment segment = segments.find(id).orElseThrow(NotThere::new);
        Pages.say(
                request,
                segments.delete(segment.id())
                        ? segment.name() + " is deleted. The customers in it stay what they are."
                        : segment.name() + " was deleted already.");
        return to("/segments");
    }

    static String href(Segment segment) {
        return "/segments/" + segment.id();
    }

    static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** To switch between enrichments; nothing where there is one only. */
    private static List<CustomersView.Choice> choices(String path, List<String> outputs, String chosen) {
        return outputs.size() < 2
                ? List.of()
                : outputs.stream()
                        .map(output -> new CustomersView.Choice(
                                output, "", path + "?enrichment=" + output, output.equals(chosen)))
                        .toList();
    }

    private SegmentsView.Line line(Segment segment, String href, ServedRun run) {
        return SegmentWords.line(segment, href, Optional.of(counts.of(segment, run)), true);
    }

    private SegmentView view(Segment segment, ServedRun run, ListAddress address) {
        SegmentCount count = counts.of(segment, run);
        var all = customers.counts(run);
        return new SegmentView(
                segment.name(),
                AsOf.words(run, instants.instant()),
                SegmentWords.meaning(segment),
                "",
                segment.isReadyMade() ? choices(href(segment), customers.outputs(), run.output()) : List.of(),
                SegmentWords.tiles(count, all, run),
                SegmentWords.history(segment, counts.history(segment), true),
                ChangeList.of(counts, segment, run, count),
                CustomerList.view(
                        address,
                        run,
                        List.of(),
                        all,
                        customers.page(run, address.query().with(segment.rule())),
                        mayChange(),
                        instants.instant()),
                ExportLinks.menu(segment, address.withPage(1), count, mayChange()),
                mayChange() ? "/segments/new?enrichment=" + run.output() + "&like=" + segment.id() : "",
                change(segment, "/edit"),
                change(segment, "/delete"));
    }

    private SegmentView gone(Segment segment) {
        List<SegmentCount> known = counts.history(segment);
        return new SegmentView(
                segment.name(),
                "",
                SegmentWords.meaning(segment),
                SegmentWords.gone(segment, known),
                List.of(),
                List.of(),
                SegmentWords.history(segment, known, false),
                null,
                null,
                ExportMenu.NONE,
                "",
                change(segment, "/edit"),
                change(segment, "/delete"));
    }

    /** Address where something is done to it; empty for whoever may not. */
    private static String change(Segment segment, String path) {
        return mayChange() && !segment.isReadyMade() ? href(segment) + path : "";
    }

    /** A ready-made one of the chosen enrichment, or one that somebody saved. */
    static Segment find(Segments segments, Customers customers, String id, Map<String, String> said) {
        String enrichment = said.getOrDefault("enrichment", "");
        return ReadyMade.find(id)
                .map(made -> made.of(
                        customers.findRun(enrichment).map(ServedRun::output).orElseThrow(NotThere::new)))
                .or(() -> segments.find(id))
                .orElseThrow(NotThere::new);
    }

    /** Of its own enrichment, and of no other one. */
    static Optional<ServedRun> findRun(Customers customers, Segment segment) {
        return customers.findRun(segment.output()).filter(run -> run.output().equals(segment.output()));
    }

    static ListAddress address(Segment segment, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(said);
        all.put("enrichment", segment.isReadyMade() ? said.getOrDefault("enrichment", "") : segment.output());
        return ListAddress.of(href(segment), href(segment) + "/members.csv", all);
    }

    static boolean mayChange() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.role().mayActAs(Role.CONTRIBUTOR))
                .isPresent();
    }
}
