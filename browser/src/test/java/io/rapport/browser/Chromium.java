package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The browser that the tests drive: Debian's, the one without windows where it is there; RAPPORT_CHROMIUM names another one. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path SMALL = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path WHOLE = Path.of("/usr/bin/chromium");
    private static final Path PROGRAM = Optional.ofNullable(System.getenv("RAPPORT_CHROMIUM"))
            .map(Path::of)
            .orElse(Files.isExecutable(SMALL) ? SMALL : WHOLE);

    static Chromium open() {
        assertThat(PROGRAM)
                .as(
                        "Chromium, which Debian's packages chromium-headless-shell and chromium bring; RAPPORT_CHROMIUM names another one")
                .matches(Files::isExecutable);
        Playwright playwright = Playwright.create();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox")));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
