package io.rapport.connect.graph;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Microsoft's clouds; tokens of one are good for nothing in another. (Microsoft's pages, read November 2026.) */
public enum Cloud {
    /** The worldwide cloud, US Government GCC included. */
    GLOBAL("https://login.microsoftonline.com", "https://graph.microsoft.com"),
    /** US Government L4 (GCC High). */
    USGOV("https://login.microsoftonline.us", "https://graph.microsoft.us"),
    /** US Government L5 (DoD). */
    USGOV_DOD("https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
    /** China, operated by 21Vianet. */
    CHINA("https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn");

    private final Endpoints endpoints;

    Cloud(String login, String graph) {
        this.endpoints = new Endpoints(URI.create(login), URI.create(graph));
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** As people write it: {@code global}, {@code usgov}, {@code usgov-dod}, {@code china}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Cloud> find(String word) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
