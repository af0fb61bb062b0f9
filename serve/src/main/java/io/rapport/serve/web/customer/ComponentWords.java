package io.rapport.serve.web.customer;

import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import io.rapport.model.spec.Component;

/** A component of the score as people read it. */
final class ComponentWords {

    private ComponentWords() {}

    static String name(String component) {
        return Component.find(component).map(ComponentWords::name).orElse(component);
    }

    private static String name(Component component) {
        return switch (component) {
            case EMAILS_FROM_ACCOUNT -> "Emails from them";
            case EMAILS_TO_ACCOUNT -> "Emails to them";
            case MEETINGS_FROM_ACCOUNT -> "Meetings that they initiated";
            case MEETINGS_TO_ACCOUNT -> "Meetings that we initiated";
            case CONTACTS_INVOLVED_EMAILS -> "Our people in emails";
            case CONTACTS_INVOLVED_MEETINGS -> "Our people in meetings";
            case ACCOUNT_CONTACTS_INVOLVED_EMAILS -> "Their people in emails";
            case ACCOUNT_CONTACTS_INVOLVED_MEETINGS -> "Their people in meetings";
            case RECENCY -> "Days since the last contact";
        };
    }

    /** The definition, as the data dictionary has it. */
    static String meaning(String component) {
        return OutputTable.ENGAGEMENT.definitions().stream()
                .filter(column -> column.name().equals(component))
                .map(OutputColumn::meaning)
                .findFirst()
                .orElse("The smaller of the days since the last email and the last meeting; fewer is better.");
    }
}
