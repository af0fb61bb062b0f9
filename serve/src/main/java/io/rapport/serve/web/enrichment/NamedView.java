package io.rapport.serve.web.enrichment;

/** An enrichment by its name, where no more is shown of it. */
public record NamedView(String name, String output) {}
