package io.rapport.serve.web.system;

import java.util.List;

/**
 * What the page on erasures shows.
 *
 * @param people what somebody typed; empty on a fresh page
 * @param problem what was wrong with it; empty where nothing was
 */
public record ErasureView(List<Line> lines, String people, String problem) {

    /** One erasure; it is finished at no time as long as it is not. */
    public record Line(int number, String asked, String by, String finished) {}
}
