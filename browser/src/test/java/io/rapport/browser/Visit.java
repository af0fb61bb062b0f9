package io.rapport.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody signed in, with a browser of his or her own. */
final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> violations = new ArrayList<>();

    private Visit(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
    }

    /** @param person number of whom to sign in as, in the tenant's list: Administrator, Contributor, Viewer */
    static Visit of(OpenHouse house, Chromium chromium, int person, Browser.NewContextOptions options) {
        Visit visit = new Visit(chromium.browser().newContext(options));
        visit.page.navigate(house.url("/"));
        visit.page.click("text=Sign in with Entra");
        visit.page.click("button[name=person] >> nth=" + person);
        visit.page.waitForURL(house.url("/"));
        return visit;
    }

    Page page() {
        return page;
    }

    /** What pages wanted to do and the content security policy forbade. */
    List<String> policyViolations() {
        return violations;
    }

    /** What keeps people with a disability out of the page that is shown, where it is serious. */
    List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> page.url() + ": " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    /**
     * Takes a picture of the whole page, for people to look at: in {@code target/pictures}. A browser that is short of time
     * now and then refuses one, and takes it when it is asked again.
     */
    void picture(String name, ColorScheme scheme, int width) {
        Page.ScreenshotOptions options = new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target",
                        "pictures",
                        name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
        try {
            page.screenshot(options);
        } catch (PlaywrightException refused) {
            page.screenshot(options);
        }
    }

    boolean scrollsSideways() {
        return !Boolean.TRUE.equals(
                page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    @Override
    public void close() {
        context.close();
    }
}
