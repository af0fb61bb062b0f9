package io.rapport.model.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The components of the score in the contract's order, with their default weights. */
public enum Component {
    EMAILS_FROM("NoOfEmails_FromAccount", 20, Kind.EMAIL),
    EMAILS_TO("NoOfEmails_ToAccount", 10, Kind.EMAIL),
    MEETINGS_FROM("NoOfMeetings_FromAccount", 15, Kind.MEETING),
    MEETINGS_TO("NoOfMeetings_ToAccount", 15, Kind.MEETING),
    PEOPLE_OF_EMAILS("NoOfContactsInvolved_Emails", 5, Kind.EMAIL),
    PEOPLE_OF_MEETINGS("NoOfContactsInvolved_Meetings", 5, Kind.MEETING),
    CONTACTS_OF_EMAILS("NoOfAccountContactsInvolved_Emails", 10, Kind.EMAIL),
    CONTACTS_OF_MEETINGS("NoOfAccountContactsInvolved_Meetings", 10, Kind.MEETING),
    RECENCY("Recency", 10, Kind.BOTH);

    /** What a component is made of. */
    public enum Kind {
        EMAIL,
        MEETING,
        BOTH
    }

    private final String column;
    private final int weight;
    private final Kind kind;

    Component(String column, int weight, Kind kind) {
        this.column = column;
        this.weight = weight;
        this.kind = kind;
    }

    /** Its name: that of the published column, or Recency. */
    public String column() {
        return column;
    }

    /** The weight that counts where none is given. */
    public int defaultWeight() {
        return weight;
    }

    public Kind kind() {
        return kind;
    }

    public static List<Component> all() {
        return Arrays.asList(values());
    }

    /** The component of this exact name. */
    public static Optional<Component> find(String name) {
        return all().stream().filter(component -> component.column.equals(name)).findFirst();
    }
}
