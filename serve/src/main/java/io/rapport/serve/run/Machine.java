package io.rapport.serve.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;

/** Which machine, or container, this is. */
final class Machine {

    private static final int LONGEST = 255;
    private static final String NAME = find();

    private Machine() {}

    /** Its name on the network: 1 to 255 characters. */
    static String name() {
        return NAME;
    }

    private static String find() {
        String name = Stream.of(System.getenv("HOSTNAME"), System.getenv("COMPUTERNAME"))
                .filter(Objects::nonNull)
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElseGet(Machine::ask);
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static String ask() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
