package io.rapport.connect.graph;

import java.io.IOException;
import java.time.Duration;
import tools.jackson.core.JsonToken;

/**
 * A token that Entra gave.
 *
 * @param token never shown
 * @param life how long it is good for
 */
record TokenAnswer(String token, Duration life) {

    /** Microsoft gives out tokens of 60 to 90 minutes and says how long; where it doesn't, the least is taken. */
    private static final long USUAL_SECONDS = 3_599;

    static TokenAnswer read(Answer answer) throws IOException {
        String[] token = {""};
        long[] seconds = {USUAL_SECONDS};
        ObjectAnswer.read(answer, parser -> {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("access_token") && value == JsonToken.VALUE_STRING) {
                    token[0] = parser.getString();
                } else if (name.equals("expires_in") && value.isScalarValue()) {
                    seconds[0] = parser.getValueAsLong(USUAL_SECONDS);
                } else {
                    parser.skipChildren();
                }
            }
        });
        if (token[0].isBlank()) {
            throw new IOException("no token");
        }
        return new TokenAnswer(token[0], Duration.ofSeconds(Math.max(1, seconds[0])));
    }

    @Override
    public String toString() {
        return "token for " + life;
    }
}
