package io.rapport.serve.web.profile;

import java.util.List;

/**
 * What goes with a profile set.
 *
 * @param versions how many, in words
 * @param added contacts that were added by hand, in words
 * @param uses enrichments that can't run any more without it
 */
public record RemoveView(String name, String href, String versions, String added, List<ProfileView.Use> uses) {}
