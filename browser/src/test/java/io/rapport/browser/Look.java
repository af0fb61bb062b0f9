package io.rapport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/**
 * How pages are looked at.
 *
 * @param width of the window, pixels
 */
record Look(ColorScheme scheme, int width) {

    /** With {@code -Drapport.pictures=true} pages are looked at in all four ways, and people get a picture of each. */
    static final boolean PICTURES = Boolean.getBoolean("rapport.pictures");

    private static final int HEIGHT = 900;

    /** Both colours, and both the width of a desk and of a phone: in two ways, or in all four. */
    static List<Look> all() {
        Look desk = new Look(ColorScheme.LIGHT, 1400);
        Look phone = new Look(ColorScheme.DARK, 400);
        return PICTURES
                ? List.of(desk, phone, new Look(phone.scheme, desk.width), new Look(desk.scheme, phone.width))
                : List.of(desk, phone);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, HEIGHT);
    }

    /** Of a picture, say. */
    String name() {
        return scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
