package io.rapport.serve.job;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A look at what is due, again and again, by one process at a time.
 *
 * @param name in the scheduler's table
 * @param pause between the end of one and the next
 * @param work queues what is due; what it throws is noted, and the next one comes all the same
 */
public record Round(String name, Duration pause, Consumer<Workshop> work) {}
