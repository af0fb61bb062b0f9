package io.rapport.lake.state;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a PostgreSQL URL; what is secret in it goes into properties, and none of it into a message. */
final class PostgresUrl {

    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";
    private static final Pattern URL =
            Pattern.compile("(jdbc:postgresql://(" + HOST + "(?:," + HOST + ")*)/([^/?#@]+))(?:\\?(.*))?");

    private PostgresUrl() {}

    static PostgresDatabase parse(String text, @Nullable String password) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            throw wrong(null);
        }
        Properties properties = new Properties();
        String parameters = url.group(4);
        try {
            if (parameters != null && !parameters.isEmpty()) {
                for (String parameter : parameters.split("&", -1)) {
                    int equals = parameter.indexOf('=');
                    if (equals < 1) {
                        throw wrong(null);
                    }
                    properties.setProperty(
                            decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
                }
            }
            if (password != null && !password.isEmpty()) {
                properties.putIfAbsent("password", password);
            }
            return new PostgresDatabase(url.group(1), decoded(url.group(3)) + " on " + url.group(2), properties);
        } catch (IllegalArgumentException notEncoded) {
            throw wrong(notEncoded);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static RapportException wrong(@Nullable Exception cause) {
        return new RapportException(
                LakeError.BAD_STATE_URL,
                "The URL of the state database can't be understood; it is not repeated here, because it may hold a"
                        + " password. It looks like jdbc:postgresql://db.example.com:5432/rapport?user=rapport, with"
                        + " special characters percent-encoded.",
                cause);
    }
}
