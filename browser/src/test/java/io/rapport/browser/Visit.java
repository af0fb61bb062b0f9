package io.rapport.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

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

    /**
     * Looks at the page that is shown: nothing in it may seriously keep people with a disability out, or make a phone scroll
     * sideways.
     *
     * @param name of its picture, without the look
     */
    void inspect(String name, Look look, SoftAssertions softly) {
        if (Look.PICTURES) {
            picture(Path.of("target", "pictures", name + "-" + look.name() + ".png"));
        }
        softly.assertThat(barriers()).as("%s, %s", page.url(), look.name()).isEmpty();
        softly.assertThat(scrollsSideways())
                .as("%s scrolls sideways, %s", page.url(), look.name())
                .isFalse();
    }

    /** In the page alone, because no page holds frames, and without a list of all that is well: half of the time. */
    private List<String> barriers() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(options).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    /** Of the whole page. A browser that is short of time now and then refuses one, and takes it when it is asked again. */
    private void picture(Path file) {
        Page.ScreenshotOptions options =
                new Page.ScreenshotOptions().setFullPage(true).setPath(file);
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
