package io.rapport.model.truth;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;
import io.rapport.core.error.RapportException;

/** What the contract refuses. */
enum Refusal implements ErrorCode {
    UNKNOWN_COMPONENT("weights: the component is unknown"),
    WEIGHT_OUT_OF_RANGE("weights: a weight is a whole number from 0 to 100"),
    GROUP_NOT_FOUND("excludeGroup: the directory has no such group"),
    PARENT_CYCLE("rollUp: the parents of the accounts form a cycle"),
    SELECTION_SIZE("selection: 2 to 2,500 people");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    RapportException exception() {
        return new RapportException(this, words);
    }

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
