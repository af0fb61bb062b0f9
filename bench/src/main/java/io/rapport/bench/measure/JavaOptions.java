package io.rapport.bench.measure;

import java.util.List;

/** What the launcher tells Java: measured is what runs. */
public final class JavaOptions {

    /** For rows that come by requests. */
    public static final List<String> REQUESTS = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** For everything else. */
    public static final List<String> QUICK_COMPILER = List.of("-XX:TieredStopAtLevel=1");

    /** A heap that begins small: most of what it may take is the engine's. */
    public static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC", "-Xms32m");

    /** For a process that answers people: a collector that stops it for less, and jobs that leave it the processors. */
    public static final List<String> SERVER_COLLECTOR = List.of(
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=100",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:-PrintWarnings",
            "-XX:JavaPriority1_To_OSPriority=10");

    /** Loading classes collects nothing until there are more than the program has. */
    public static final String CLASSES = "-XX:MetaspaceSize=128m";

    private JavaOptions() {}
}
