package io.rapport.serve.web.signin;

/**
 * What the one-time link leads to.
 *
 * @param token to be sent on
 */
public record LinkView(String token) {}
