package io.rapport.serve.mail;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with mail. */
public enum MailError implements ErrorCode {
    /** A setting that can't be right. */
    MAIL_SETTING(Kind.USER),
    /** The mail server does not answer, or its certificate is not to be trusted. */
    MAIL_SERVER_AWAY(Kind.EXTERNAL),
    /** It does not take the user and password. */
    MAIL_SIGN_IN(Kind.EXTERNAL),
    /** It does not take the letter. */
    MAIL_REFUSED(Kind.EXTERNAL);

    private final Kind kind;

    MailError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return kind == Kind.EXTERNAL;
    }
}
