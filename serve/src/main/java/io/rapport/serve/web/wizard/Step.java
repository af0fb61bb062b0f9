package io.rapport.serve.web.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The wizard's steps, in their order. */
enum Step {
    OVERVIEW("Overview", "Account engagement"),
    ADDRESSES("Addresses", "Whose mail and meetings count?"),
    CONSENT("Consent", "Do you agree to ask for this?"),
    CONTACTS("Contacts", "Which contacts belong to your customers?"),
    MAPPING("Mapping", "Do the columns mean this?"),
    NAME("Name", "What is it called, and when does it run?"),
    REVIEW("Review", "Is all of this right?");

    private static final List<Step> ORDER = List.of(values());

    private final String title;
    private final String question;

    Step(String title, String question) {
        this.title = title;
        this.question = question;
    }

    /** In the list of steps. */
    String title() {
        return title;
    }

    /** The heading. */
    String question() {
        return question;
    }

    /** In addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> find(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    Step next() {
        return ORDER.get(Math.min(ORDER.indexOf(this) + 1, ORDER.size() - 1));
    }

    Step before() {
        return ORDER.get(Math.max(ORDER.indexOf(this) - 1, 0));
    }
}
