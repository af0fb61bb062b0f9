package io.rapport.serve.web.profile;

/**
 * The form that takes two files.
 *
 * @param name of the set; empty for a new one
 * @param isNew whether the name can still be chosen
 * @param draft id of the draft to which the files lead back; empty for none
 * @param problem what was wrong with what was sent; empty for nothing
 * @param most the size of both files that is taken, in words
 */
public record UploadView(String name, boolean isNew, String draft, String problem, String most) {}
