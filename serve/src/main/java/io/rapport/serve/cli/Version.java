package io.rapport.serve.cli;

import io.rapport.serve.server.ServerVersion;

/** The version that this program was built as. */
final class Version {

    private Version() {}

    static String text() {
        return ServerVersion.text();
    }
}
