package io.rapport.serve.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs in whoever holds the one-time link. */
public final class LinkSignIn {

    private final OneTimeLink link;
    private final SignInEnd end;

    public LinkSignIn(OneTimeLink link, SignInEnd end) {
        this.link = link;
        this.end = end;
    }

    /** Whether the token was good; then the session is the local administrator's, under a new id. */
    public boolean redeem(HttpServletRequest request, HttpServletResponse response, String token) {
        if (!link.redeem(token)) {
            return false;
        }
        request.getSession();
        request.changeSessionId();
        end.enter(request, response, Person.LOCAL);
        return true;
    }
}
