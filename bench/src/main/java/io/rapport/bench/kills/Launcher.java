package io.rapport.bench.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts what is killed. */
interface Launcher {

    Process start(Path home, List<String> words) throws IOException;
}
