package io.rapport.serve.security;

/** Hears who signs in, and who may not any more. */
public interface SignInWitness {

    /** Somebody signed in, as what he or she is now. */
    void cameIn(Person person);

    /** The provider knows somebody, and says that he or she has no role. */
    void hasNoRole(String personId);
}
