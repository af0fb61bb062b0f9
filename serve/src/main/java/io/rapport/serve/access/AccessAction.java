package io.rapport.serve.access;

/** What somebody did. */
public enum AccessAction {
    SIGN_IN("signed in"),
    SIGN_OUT("signed out"),
    VIEW("viewed"),
    EXPORT("exported"),
    CHANGE("changed"),
    DELETE("deleted");

    private final String word;

    AccessAction(String word) {
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }
}
