package io.rapport.serve.security;

import io.rapport.core.address.Address;
import io.rapport.serve.secret.SecretBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The address that somebody signed in with: encrypted in the session, and gone with it. */
public final class SignInAddress {

    private static final String PLACE = "sign-in-address";

    private SignInAddress() {}

    /** Empty where the person came without one, or before this was kept. */
    public static Optional<Address> find(HttpServletRequest request, SecretBox secrets) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PLACE) instanceof String kept
                ? Optional.of(new Address(new String(secrets.decrypt(PLACE, kept), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** An address that the provider calls unverified is nobody's. */
    static void keep(HttpServletRequest request, SecretBox secrets, Map<String, Object> claims) {
        Optional<Address> address = Boolean.FALSE.equals(claims.get("email_verified"))
                ? Optional.empty()
                : text(claims, "email").or(() -> text(claims, "preferred_username"));
        address.ifPresent(known -> request.getSession()
                .setAttribute(PLACE, secrets.encrypt(PLACE, known.value().getBytes(StandardCharsets.UTF_8))));
    }

    private static Optional<Address> text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text
                ? Address.find(text)
                        .filter(address ->
                                address.value().matches("[^\\s<>\",;:\\\\()\\[\\]@]+@[^\\s<>\",;:\\\\()\\[\\]@]+"))
                : Optional.empty();
    }
}
