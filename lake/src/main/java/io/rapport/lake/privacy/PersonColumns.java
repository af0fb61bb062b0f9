package io.rapport.lake.privacy;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the datasets say who somebody is; all else follows from the types of their columns. */
public final class PersonColumns {

    /** What looks like an address within a text. Both engines of regular expressions read it alike. */
    public static final String ADDRESS_IN_TEXT =
            "[^\\s<>()\\[\\]\"',;:=@]+@[^\\s<>()\\[\\]\"',;:=@]*[^\\s<>()\\[\\]\"',;:=@.]";

    static final Pattern IN_TEXT = Pattern.compile(ADDRESS_IN_TEXT);

    /** Columns of any dataset that hold a person's object id. */
    private static final Set<String> IDS = Set.of("puser", "OId", "MailboxGuid");

    private PersonColumns() {}

    /** The columns that hold a person's object id; a row in which one of them names somebody is that person's own. */
    public static List<String> ids(Dataset dataset) {
        boolean isOfPeople = dataset.equals(Datasets.USER) || dataset.equals(Datasets.GROUP_MEMBERS);
        return dataset.columns().stream()
                .map(Column::name)
                .filter(name -> IDS.contains(name) || (isOfPeople && name.equals("id")))
                .toList();
    }

    /** The columns whose address makes the row that person's own. */
    public static List<String> ownAddresses(Dataset dataset) {
        return dataset.equals(Datasets.USER) ? List.of("mail", "userPrincipalName") : List.of();
    }

    /**
     * Whether an erased address gives way to the one that stands for all erased people, because it matters that there was
     * somebody: in mail and meetings. In the directory and in address books it is left out.
     */
    public static boolean isReplaced(Dataset dataset) {
        return dataset.equals(Datasets.MESSAGE) || dataset.equals(Datasets.CALENDAR_VIEW);
    }
}
