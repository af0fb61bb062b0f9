/**
 * The company as it stands: its people and when they come and go, shared mailboxes, mailing lists, and the customers
 * with their people and their ways. Everything is made when the company is founded, takes memory in proportion to people
 * and accounts, and is a function of the plan alone.
 *
 * <p>Must not: hold or make mail, know how any of it is rendered, or take anything from the machine it runs on.
 */
@NullMarked
package io.rapport.simulator.company;

import org.jspecify.annotations.NullMarked;
