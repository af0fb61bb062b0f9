package io.rapport.serve.web.segment;

/** A segment that is about to be deleted. */
public record NamedSegment(String name, String href) {}
