package io.rapport.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {

    /** What must never rest, at any depth, however it is written. */
    private static final Set<String> FORBIDDEN = Set.of(
            "subject",
            "body",
            "bodypreview",
            "uniquebody",
            "content",
            "attachments",
            "categories",
            "location",
            "locations",
            "weblink",
            "onlinemeeting",
            "onlinemeetingurl",
            "joinurl",
            "personalnotes",
            "givenname",
            "surname",
            "middlename",
            "nickname",
            "initials",
            "fileas",
            "title",
            "birthday",
            "spousename",
            "children",
            "homeaddress",
            "otheraddress",
            "businessaddress",
            "homephones",
            "mobilephone",
            "businessphones",
            "imaddresses",
            "aboutme",
            "internetmessageheaders",
            "conversationindex",
            "threadname",
            "priorthreadname",
            "teamname",
            "membersadded",
            "membersremoved",
            "threadmembers",
            "description",
            "replyto");

    static Stream<Dataset> all() {
        return Datasets.all().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "Message_v1, Message_v1",
        "message_V1, Message_v1",
        "' Inbox_v1 ', Message_v1",
        "SentItems_v1, Message_v1",
        "SentItem_v1, Message_v1",
        "BasicDataSet_v0.SentItem_v1, Message_v1",
        "basicdataset_V0.INBOX_V1, Message_v1",
        "Event_v1, CalendarView_v0",
        "BasicDataSet_v0.CalendarView_v0, CalendarView_v0",
        "OutlookContactActivity_v0, OutlookContactActivity_v0"
    })
    void finds_a_dataset_by_each_of_its_names(String name, String dataset) {
        assertThat(Datasets.find(name)).map(Dataset::name).contains(dataset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Message", "Message_v2", "BasicDataSet_v0.", "BasicDataSet_v1.Message_v1", "ınbox_v1"})
    void other_names_are_none(String name) {
        assertThat(Datasets.find(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_dataset_is_found_by_its_own_name_with_and_without_the_prefix(Dataset dataset) {
        assertThat(Datasets.find(dataset.name())).contains(dataset);
        assertThat(Datasets.find("BasicDataSet_v0." + dataset.name())).contains(dataset);
    }

    @Test
    void there_are_twelve_and_no_two_of_one_name() {
        assertThat(Datasets.all()).hasSize(12).extracting(Dataset::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void keys_and_partition_dates_are_columns_of_the_right_type(Dataset dataset) {
        assertThat(dataset.key())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(type(dataset, key)).isEqualTo(ColumnType.Scalar.TEXT));
        assertThat(dataset.partitionDate())
                .allSatisfy(date -> assertThat(type(dataset, date)).isEqualTo(ColumnType.Scalar.INSTANT));
        assertThat(dataset.isPartitioned()).isEqualTo(!dataset.partitionDate().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void derived_columns_come_last_and_cannot_be_filtered_or_fall_back(Dataset dataset) {
        boolean isDerived = false;
        for (Column column : dataset.columns()) {
            assertThat(isDerived && !column.isDerived()).as(column.name()).isFalse();
            isDerived = column.isDerived();
            if (isDerived) {
                assertThat(column.isFilterable()).isFalse();
                assertThat(column.findFallback()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void names_are_unique_at_every_depth_without_regard_to_case(Dataset dataset) {
        assertUnique(dataset.columns());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_that_people_wrote_has_a_column(Dataset dataset) {
        Set<String> names = new HashSet<>();
        collect(dataset.columns(), names);
        assertThat(names).doesNotContainAnyElementsOf(FORBIDDEN);
    }

    @Test
    void only_the_directory_and_settings_hold_a_name() {
        List<String> named = new ArrayList<>();
        for (Dataset dataset : Datasets.all()) {
            Set<String> names = new HashSet<>();
            collect(dataset.columns(), names);
            names.stream()
                    .filter(name -> name.equals("name") || name.equals("displayname"))
                    .forEach(name -> named.add(dataset + " " + name));
        }
        assertThat(named)
                .containsExactlyInAnyOrder(
                        "User_v1 displayname", "GroupDetails_v0 displayname", "MailboxSettings_v0 name");
    }

    @ParameterizedTest
    @MethodSource("all")
    void fallbacks_stand_at_the_top_and_name_no_column_of_another_type(Dataset dataset) {
        for (Column column : dataset.columns()) {
            column.findFallback()
                    .ifPresent(other -> dataset.columns().stream()
                            .filter(candidate -> candidate.name().equals(other))
                            .forEach(candidate -> assertThat(candidate.type()).isEqualTo(column.type())));
            nested(column.type())
                    .forEach(field -> assertThat(field.findFallback()).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everything_has_a_meaning(Dataset dataset) {
        assertThat(dataset.meaning()).isNotBlank();
        assertThat(dataset.columns())
                .allSatisfy(column -> assertThat(column.meaning()).isNotBlank());
    }

    @Test
    void the_five_activity_datasets_share_the_columns_of_the_source_document() {
        assertThat(Datasets.all().subList(0, 5))
                .allSatisfy(dataset -> assertThat(dataset.columns())
                        .extracting(Column::name)
                        .containsExactly(
                                "SignalType",
                                "Id",
                                "StartTime",
                                "CreationTime",
                                "EndTime",
                                "ItemType",
                                "AppName",
                                "AadTenantId",
                                "ClientSessionId",
                                "MailboxGuid",
                                "TenantName",
                                "OId",
                                "puser",
                                "ptenant"));
    }

    @ParameterizedTest
    @CsvSource({
        "OutlookContactActivity_v0, CreationTime",
        "Message_v1, sentDateTime receivedDateTime createdDateTime lastModifiedDateTime",
        "Contact_v1, ''",
        "User_v1, ''"
    })
    void only_the_documented_columns_can_be_filtered(String name, String columns) {
        assertThat(Datasets.find(name).orElseThrow().columns().stream()
                        .filter(Column::isFilterable)
                        .map(Column::name))
                .containsExactlyElementsOf(columns.isEmpty() ? List.of() : List.of(columns.split(" ")));
    }

    @Test
    void a_column_is_found_by_its_exact_name() {
        assertThat(Datasets.MESSAGE.index("internetMessageId")).isEqualTo(1);
        assertThatThrownBy(() -> Datasets.MESSAGE.index("subject"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Message_v1 has no column subject");
    }

    private static ColumnType type(Dataset dataset, String column) {
        return dataset.columns().get(dataset.index(column)).type();
    }

    private static void assertUnique(List<Column> columns) {
        assertThat(columns)
                .extracting(column -> column.name().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
        columns.forEach(column -> assertUnique(nested(column.type())));
    }

    private static void collect(List<Column> columns, Set<String> names) {
        for (Column column : columns) {
            names.add(column.name().toLowerCase(Locale.ROOT));
            collect(nested(column.type()), names);
        }
    }

    private static List<Column> nested(ColumnType type) {
        if (type instanceof ColumnType.Struct struct) {
            return struct.fields();
        }
        return type instanceof ColumnType.ListOf list ? nested(list.element()) : List.of();
    }
}
