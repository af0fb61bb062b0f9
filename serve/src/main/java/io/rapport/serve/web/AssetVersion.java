package io.rapport.serve.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** What changes whenever a script or a style does. */
final class AssetVersion {

    private static final List<String> FILES =
            List.of("app.css", "print.css", "app.js", "icons.svg", "htmx.min.js", "charts.js", "echarts.min.js");

    private AssetVersion() {}

    static String find() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream in = AssetVersion.class.getResourceAsStream("/static/assets/" + file)) {
                if (in == null) {
                    throw new IllegalStateException(file + " is not on the class path");
                }
                sum.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
