package io.rapport.simulator.entra;

import java.time.Duration;

/**
 * How long a token lives.
 *
 * @param id the token's own
 * @param length 60 to 90 minutes, as Entra draws it
 */
record TokenLife(String id, Duration length) {}
