package io.rapport.simulator.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Which faults are to come; every rule counts the requests that fit it, the first that is due happens. Thread-safe. */
public final class FaultPlan {

    private static final class Scheduled {
        private final FaultRule rule;
        private final Pattern path;
        private final AtomicInteger seen = new AtomicInteger();

        Scheduled(FaultRule rule) {
            this.rule = rule;
            this.path = rule.pathPattern();
        }

        boolean isDue(String method, String requestPath, Set<String> mailboxNames) {
            boolean fits = (rule.method().isEmpty() || rule.method().equals(method))
                    && (rule.mailbox().isEmpty() || mailboxNames.contains(rule.mailbox()))
                    && path.matcher(requestPath).matches();
            if (!fits) {
                return false;
            }
            long nth = seen.incrementAndGet();
            return nth >= rule.from() && nth < (long) rule.from() + rule.times();
        }
    }

    private final List<Scheduled> rules = new CopyOnWriteArrayList<>();

    public void schedule(FaultRule rule) {
        rules.add(new Scheduled(rule));
    }

    public void clear() {
        rules.clear();
    }

    public List<FaultRule> rules() {
        return rules.stream().map(scheduled -> scheduled.rule).toList();
    }

    /**
     * Counts a request and says what happens to it.
     *
     * @param path as it came
     * @param mailboxNames id and addresses of the mailbox that it asks, in lower case; empty where it asks none
     */
    public Optional<Fault> next(String method, String path, Set<String> mailboxNames) {
        Optional<Fault> first = Optional.empty();
        for (Scheduled scheduled : rules) {
            if (scheduled.isDue(method.toUpperCase(Locale.ROOT), path, mailboxNames) && first.isEmpty()) {
                first = Optional.of(scheduled.rule.fault());
            }
        }
        return first;
    }
}
