package io.rapport.model.extract;

/**
 * A file of an extraction.
 *
 * @param name below the extraction's folder, with slashes
 * @param rows how many it holds
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 */
public record ExtractedFile(String name, long rows, long bytes, String sha256) {}
