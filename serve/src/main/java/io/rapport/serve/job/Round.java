package io.rapport.serve.job;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A look at what is due, again and again, by one process at a time.
 *
 * @param name in the scheduler's table
 * @param pause between the end of one and the next
 * @param isAfterJobs whether it looks after the end of each job of this process, too
 * @param work queues what is due, whoever else looks at the same time; what it throws is noted, and the next one comes all
 *     the same
 */
public record Round(String name, Duration pause, boolean isAfterJobs, Consumer<Workshop> work) {}
