package io.rapport.bench.cluster;

/**
 * What processes took.
 *
 * @param seconds by the clock
 * @param processorSeconds of all of them; the last half second of a process may lack
 * @param peakBytes most resident memory of each, added up; 0 where the system doesn't say
 * @param diskBytes most that lay in the watched folder
 */
public record Watched(double seconds, double processorSeconds, long peakBytes, long diskBytes) {}
