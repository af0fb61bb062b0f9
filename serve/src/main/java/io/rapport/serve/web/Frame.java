package io.rapport.serve.web;

import io.rapport.serve.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page.
 *
 * @param title of the page, as the browser shows it
 * @param section which entry of the navigation is current; empty for none
 * @param tenant what is served, in words
 * @param personName who is signed in; empty for nobody
 * @param role of whom; null for nobody
 * @param theme {@code light}, {@code dark}, or {@code system}
 * @param here path of this page, for coming back to it
 * @param csrfName name of the form field that proves a form is ours
 * @param csrfToken its value
 * @param assets what the addresses of scripts and styles end with, so that a new version is not taken for the old one
 * @param notice said once on top of the page, about what was just done; empty for nothing
 */
public record Frame(
        String title,
        String section,
        String tenant,
        String personName,
        @Nullable Role role,
        String theme,
        String here,
        String csrfName,
        String csrfToken,
        String assets,
        String notice) {

    /**
     * An entry of the navigation.
     *
     * @param icon name in the sprite
     */
    public record Entry(String section, String title, String href, String icon) {}

    /** Entries under one heading. */
    public record Group(String heading, List<Entry> entries) {}

    /** What this person may open. */
    public List<Group> navigation() {
        if (role == null) {
            return List.of();
        }
        Group home = new Group(
                "",
                List.of(
                        new Entry("home", "Home", "/", "home"),
                        new Entry("customers", "Customers", "/customers", "people"),
                        new Entry("digests", "What changed", "/digests", "changes")));
        Entry enrichment = new Entry("enrichment", "Enrichment", "/enrichment", "layers");
        Entry profiles = new Entry("profiles", "Profiles", "/profiles", "cards");
        Entry datasets = new Entry("datasets", "Datasets", "/datasets", "grid");
        Group insights = new Group(
                "Insights",
                List.of(
                        new Entry("segments", "Segments", "/segments", "funnel"),
                        new Entry("contact-activity", "Contact activity", "/contact-activity", "signal"),
                        new Entry("collaboration", "Collaboration", "/collaboration", "links")));
        if (!role.mayActAs(Role.CONTRIBUTOR)) {
            return List.of(home, new Group("Data", List.of(enrichment)), insights);
        }
        if (!role.mayActAs(Role.ADMINISTRATOR)) {
            return List.of(home, new Group("Data", List.of(profiles, datasets, enrichment)), insights);
        }
        return List.of(
                home,
                new Group(
                        "Data",
                        List.of(
                                new Entry("connections", "Connections", "/connections", "plug"),
                                profiles,
                                datasets,
                                enrichment)),
                insights,
                new Group(
                        "System",
                        List.of(
                                new Entry("status", "Status", "/system/status", "pulse"),
                                new Entry("access-log", "Access log", "/system/access-log", "list"),
                                new Entry("erasures", "Erasure", "/system/erasures", "cross"),
                                new Entry("settings", "Settings", "/system/settings", "sliders"))));
    }

    public String roleWord() {
        return role == null ? "" : role.word();
    }

    /** What the theme button does. */
    public String nextTheme() {
        return switch (theme) {
            case "light" -> "dark";
            case "dark" -> "system";
            default -> "light";
        };
    }
}
