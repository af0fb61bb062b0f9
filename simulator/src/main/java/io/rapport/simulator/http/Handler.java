package io.rapport.simulator.http;

/** Answers requests; many threads ask at a time. */
@FunctionalInterface
public interface Handler {

    /** The answer, also to what can't be understood. What it throws becomes a plain 500. */
    Answer answer(Request request);
}
