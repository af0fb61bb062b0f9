package io.rapport.serve.run;

/**
 * Which customer profiles a run uses; a later version changes nothing for it.
 *
 * @param name of the profile set
 * @param version its number
 * @param additions contacts that were added by hand at that time
 */
public record PinnedProfiles(String name, int version, int additions) {}
