@NullMarked
package io.rapport.simulator.mailbox;

import org.jspecify.annotations.NullMarked;
