package io.rapport.serve.api.gate;

import io.rapport.serve.security.Person;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who asks the API, for the time of one request. */
final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Person person;

    Caller(Person person) {
        super(Set.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
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
