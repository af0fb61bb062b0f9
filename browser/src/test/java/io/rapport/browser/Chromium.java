package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The browser that the tests drive: Debian's, unless RAPPORT_CHROMIUM names another one. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of(Objects.requireNonNullElse(System.getenv("RAPPORT_CHROMIUM"), "/usr/bin/chromium"));

    static Chromium open() {
        assertThat(PROGRAM)
                .as("Chromium, which Debian's package chromium brings; RAPPORT_CHROMIUM names another one")
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
