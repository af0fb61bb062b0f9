@NullMarked
package io.rapport.simulator.company;

import org.jspecify.annotations.NullMarked;
