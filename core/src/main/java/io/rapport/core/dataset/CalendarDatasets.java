package io.rapport.core.dataset;

import static io.rapport.core.dataset.ColumnType.Scalar.COUNT;
import static io.rapport.core.dataset.ColumnType.Scalar.DATE;
import static io.rapport.core.dataset.ColumnType.Scalar.INSTANT;
import static io.rapport.core.dataset.Schema.flag;
import static io.rapport.core.dataset.Schema.instant;
import static io.rapport.core.dataset.Schema.list;
import static io.rapport.core.dataset.Schema.mailbox;
import static io.rapport.core.dataset.Schema.mailboxOwner;
import static io.rapport.core.dataset.Schema.odataType;
import static io.rapport.core.dataset.Schema.person;
import static io.rapport.core.dataset.Schema.struct;
import static io.rapport.core.dataset.Schema.tenant;
import static io.rapport.core.dataset.Schema.text;
import static io.rapport.core.dataset.Schema.wallClock;
import static io.rapport.core.dataset.Schema.word;

import io.rapport.core.dataset.ColumnType.Struct;
import java.util.List;

/** Calendar: one row per mailbox copy of an event; no subject, no place, no names. */
final class CalendarDatasets {

    static final Dataset CALENDAR_VIEW = new Dataset(
            "CalendarView_v0",
            "Calendar metadata: one row per mailbox copy of an occurrence",
            List.of("id", "puser"),
            List.of("_startAt"),
            List.of(
                    text("id", "id of the copy within its mailbox"),
                    text("iCalUId", "id of the event: the same in every copy"),
                    word("type", "singleInstance, occurrence, exception or seriesMaster"),
                    text("seriesMasterId", "the series that it belongs to"),
                    wallClock("start", "when it begins"),
                    wallClock("end", "when it ends"),
                    flag("isAllDay", "lasts whole days"),
                    flag("isCancelled", "was cancelled"),
                    flag("isOrganizer", "this mailbox organizes it"),
                    flag("isOnlineMeeting", "is held online"),
                    word("showAs", "free, tentative, busy, oof, workingElsewhere or unknown"),
                    word("sensitivity", "normal, personal, private or confidential"),
                    person("organizer", "who organizes it"),
                    list(
                            "attendees",
                            new Struct(List.of(
                                    word("type", "required, optional or resource"),
                                    struct("status", "the answer", word("response", "what was answered")),
                                    mailbox())),
                            "who was invited"),
                    struct("responseStatus", "this mailbox's answer", word("response", "what was answered")),
                    instant("createdDateTime", "when it was created"),
                    instant("lastModifiedDateTime", "when it last changed"),
                    odataType(),
                    mailboxOwner(),
                    tenant(),
                    Column.of("_startAt", INSTANT, "start as an instant"),
                    Column.of("_endAt", INSTANT, "end as an instant"),
                    Column.of("_startDate", DATE, "the date that is written in the start"),
                    Column.of("_unusableAddressCount", COUNT, "people on it whose address is no mail address")));

    private CalendarDatasets() {}
}
