package io.rapport.bench.pages;

import java.util.Map;

/**
 * What was found of the pages.
 *
 * @param secondsToAnswer from the start of a server to the end of its first page
 * @param idleBytes memory that a server holds that nobody asks anything; negative where that is unknown
 * @param rate requests a second
 * @param rounds how often each page was measured
 * @param stolen the most of the processors' time that the host gave to others' machines in a round, from 0 to 1
 * @param quiet by page, while the server does nothing else
 * @param busy by page, while a first sync runs
 */
public record PagesRun(
        double secondsToAnswer,
        long idleBytes,
        int rate,
        int rounds,
        double stolen,
        Map<String, PageRounds> quiet,
        Map<String, PageRounds> busy) {}
