package io.rapport.serve.web.digest;

import java.util.List;

/**
 * Settings of digests.
 *
 * @param points from how many points on a move is a big one, as typed
 * @param host where digests are posted to; empty for nowhere
 * @param made the secret that was just made, shown this once; empty otherwise
 * @param url as typed, where it can't be one
 * @param problem what is wrong with what was sent; empty for nothing
 * @param log of calls, the latest first
 */
public record DigestSettingsView(String points, String host, String made, String url, String problem, List<Call> log) {

    public DigestSettingsView {
        log = List.copyOf(log);
    }

    /** A call. */
    public record Call(String time, String what, String attempt, String answer, String colour) {}
}
