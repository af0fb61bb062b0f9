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

    public static final String COLLECTOR = "-XX:+UseSerialGC";

    private JavaOptions() {}
}
