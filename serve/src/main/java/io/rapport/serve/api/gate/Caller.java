package io.rapport.serve.api.gate;

import io.rapport.serve.api.front.ApiFrontDoor;
import io.rapport.serve.security.Person;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who asks the API, for the time of one request. */
final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Person person;

    /** @param isPerson whether a person signed in; never with a key */
    Caller(Person person, boolean isPerson) {
        super(isPerson ? Set.of(role(person), new SimpleGrantedAuthority(ApiFrontDoor.PERSON)) : Set.of(role(person)));
        this.person = person;
        setAuthenticated(true);
    }

    private static SimpleGrantedAuthority role(Person person) {
        return new SimpleGrantedAuthority("ROLE_" + person.role().name());
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
