package io.rapport.serve.web;

import io.rapport.core.error.Kind;
import io.rapport.core.error.RapportException;

/**
 * What a page says when it can't show what was asked for.
 *
 * @param heading what happened
 * @param text why, and what to do
 * @param code for whoever is asked about it; empty for none
 * @param linkTitle where to go on
 * @param linkHref its address
 */
public record Problem(String heading, String text, String code, String linkTitle, String linkHref) {

    /** An error of ours; its text names no data, so that it may be shown. */
    static Problem of(RapportException error, String reference) {
        return new Problem(
                error.code().kind() == Kind.USER ? "That can't be done" : "That did not work",
                error.text(),
                error.code().name() + " · " + reference,
                "Home",
                "/");
    }

    /** The one place where an error of ours becomes a status. */
    static int status(RapportException error) {
        return switch (error.code().kind()) {
            case USER -> 400;
            case INTERNAL -> 500;
            case EXTERNAL, RESOURCES -> 503;
        };
    }

    static Problem of(int status, String reference) {
        return switch (status) {
            case 400, 405, 415 ->
                new Problem(
                        "That request makes no sense here",
                        "The address or the form was not one of ours. Go back and begin again.",
                        "",
                        "Home",
                        "/");
            case 401 ->
                new Problem(
                        "Sign in first", "Nobody is signed in, or the session has ended.", "", "Sign in", "/sign-in");
            case 403 ->
                new Problem(
                        "This is not for your role",
                        "Your role does not allow this, or the form was open for too long. If you need it, ask an"
                                + " administrator for another role.",
                        "",
                        "Home",
                        "/");
            case 404 ->
                new Problem(
                        "There is no such page", "The address is wrong, or what it showed is gone.", "", "Home", "/");
            case 413 ->
                new Problem(
                        "That is too much at once", "What was sent is larger than this form takes.", "", "Home", "/");
            case 429 ->
                new Problem(
                        "Too many attempts",
                        "There were too many attempts to sign in from your address. Wait five minutes, then try again.",
                        "",
                        "Sign in",
                        "/sign-in");
            default ->
                new Problem(
                        "Something in Rapport failed",
                        "It was nothing that you did, and nothing was lost. Try again; if it stays, give an"
                                + " administrator the code below: it leads to the place in the server's log.",
                        reference,
                        "Home",
                        "/");
        };
    }
}
