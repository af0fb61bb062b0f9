package io.rapport.serve.web.signin;

/**
 * The page where people come in.
 *
 * @param isConfigured whether there is a provider
 * @param provider where people sign in, in words
 * @param message what happened before; empty for nothing
 * @param code the same for the server's log; empty for none
 * @param isTrouble whether that is something to mend
 */
public record SignInView(boolean isConfigured, String provider, String message, String code, boolean isTrouble) {}
