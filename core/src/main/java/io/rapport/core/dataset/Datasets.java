package io.rapport.core.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All datasets, and the names under which exports write them. */
public final class Datasets {

    public static final Dataset MESSAGE = MailDatasets.MESSAGE;
    public static final Dataset CALENDAR_VIEW = CalendarDatasets.CALENDAR_VIEW;
    public static final Dataset CONTACT = DirectoryDatasets.CONTACT;
    public static final Dataset USER = DirectoryDatasets.USER;
    public static final Dataset GROUP_DETAILS = DirectoryDatasets.GROUP_DETAILS;
    public static final Dataset GROUP_MEMBERS = DirectoryDatasets.GROUP_MEMBERS;
    public static final Dataset MAILBOX_SETTINGS = DirectoryDatasets.MAILBOX_SETTINGS;

    public static final Dataset OUTLOOK_CONTACT_ACTIVITY = ActivityDatasets.OUTLOOK_CONTACT_ACTIVITY;

    private static final String WIRE_PREFIX = "basicdataset_v0.";

    private static final List<Dataset> ALL = List.of(
            OUTLOOK_CONTACT_ACTIVITY,
            ActivityDatasets.OUTLOOK_MAIL_ACTIVITY,
            ActivityDatasets.OUTLOOK_MEETING_ACTIVITY,
            ActivityDatasets.TEAMS_CHANNEL_ACTIVITY,
            ActivityDatasets.TEAMS_CONVERSATION_ACTIVITY,
            MESSAGE,
            CALENDAR_VIEW,
            CONTACT,
            USER,
            GROUP_DETAILS,
            GROUP_MEMBERS,
            MAILBOX_SETTINGS);

    /** Names under which exports of a dataset come besides its own. */
    private static final Map<String, Dataset> OTHER_NAMES =
            Map.of("Inbox_v1", MESSAGE, "SentItems_v1", MESSAGE, "SentItem_v1", MESSAGE, "Event_v1", CALENDAR_VIEW);

    private static final Map<String, Dataset> BY_NAME = byName();

    private Datasets() {}

    /** All datasets, activity first, in the order in which people read about them. */
    public static List<Dataset> all() {
        return ALL;
    }

    /**
     * The dataset of a name, whatever its case, with or without the wire prefix {@code BasicDataSet_v0.}, or one of the
     * names that land as another: {@code Inbox_v1}, {@code SentItems_v1}, {@code SentItem_v1} as {@code Message_v1},
     * {@code Event_v1} as {@code CalendarView_v0}.
     */
    public static Optional<Dataset> find(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                BY_NAME.get(lower.startsWith(WIRE_PREFIX) ? lower.substring(WIRE_PREFIX.length()) : lower));
    }

    /** The names, as Graph Data Connect writes them, of the exports that land as this dataset; its own first. */
    public static List<String> sources(Dataset dataset) {
        return Stream.concat(
                        Stream.of(dataset.name()),
                        OTHER_NAMES.entrySet().stream()
                                .filter(other -> other.getValue().equals(dataset))
                                .map(Map.Entry::getKey)
                                .sorted())
                .toList();
    }

    private static Map<String, Dataset> byName() {
        Map<String, Dataset> names = new LinkedHashMap<>(OTHER_NAMES);
        ALL.forEach(dataset -> names.put(dataset.name(), dataset));
        return names.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        name -> name.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
