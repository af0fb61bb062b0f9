package io.rapport.serve.profile;

import io.rapport.core.error.RapportException;
import java.util.regex.Pattern;

/** What a profile set can be called. */
public final class ProfileName {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N} ._-]{0,58}[\\p{L}\\p{M}\\p{N}._-])?");

    private ProfileName() {}

    /**
     * The name, stripped.
     *
     * @throws RapportException {@link ProfileError#PROFILE_NAME}
     */
    public static String require(String name) {
        String stripped = name.strip();
        if (!NAME.matcher(stripped).matches()) {
            throw new RapportException(
                    ProfileError.PROFILE_NAME,
                    "That can't be the name of customer profiles: it begins with a letter or digit, goes on with letters,"
                            + " digits, spaces, dots, hyphens and underscores, and has 60 characters at most.");
        }
        return stripped;
    }
}
