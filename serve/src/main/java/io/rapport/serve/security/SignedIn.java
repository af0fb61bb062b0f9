package io.rapport.serve.security;

import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person's proof, as it rests in the session: no token, no address, nothing that the provider said besides. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Person person;

    SignedIn(Person person) {
        super(Set.of(new SimpleGrantedAuthority(person.role().authority())));
        this.person = person;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person;
    }
}
