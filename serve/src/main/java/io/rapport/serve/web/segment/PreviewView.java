package io.rapport.serve.web.segment;

import java.util.List;

/**
 * Who would be in a segment.
 *
 * @param count how many; empty while the rule is not complete
 * @param of of how many, and as of when
 * @param problem why there is no count; empty for none
 * @param rows the first of them
 * @param more how many there are besides; empty for none
 */
public record PreviewView(String count, String of, String problem, List<Row> rows, String more) {

    /** A customer. */
    public record Row(String href, String name, String score, String lastEmail, String lastMeeting) {}

    static PreviewView none(String problem) {
        return new PreviewView("", "", problem, List.of(), "");
    }
}
