package io.rapport.connect.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.MapLanding;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class RowReaderTest {

    private static final JsonFactory JSON = new JsonFactory();

    @Test
    void reads_names_of_any_case_into_schema_order() {
        Read read = read(
                Datasets.MESSAGE,
                "{'ISDRAFT':true,'Id':'m1','PUser':'u1','ToRecipients':[{'EmailAddress':{'Name':'Mira','Address':'a@b.c'}},null]}");

        assertThat(read.outcome).isEqualTo(RowReader.Outcome.ROW);
        assertThat(read.value("id")).isEqualTo("m1");
        assertThat(read.value("isDraft")).isEqualTo("true");
        assertThat(read.value("toRecipients")).isEqualTo("[[[a@b.c]], null]");
        assertThat(read.value("ccRecipients")).isEqualTo("null");
    }

    @Test
    void names_with_a_dotless_i_are_other_names() {
        assertThat(read(Datasets.MESSAGE, "{'ıd':'m1'}").value("id")).isEqualTo("null");
    }

    @Test
    void skips_unknown_columns_whatever_they_hold() {
        Read read = read(
                Datasets.MESSAGE,
                "{'body':{'content':'secret','id':'x'},'subject':'secret','attachments':[{'id':['y']}],'id':'m1'}");

        assertThat(read.value("id")).isEqualTo("m1");
        assertThat(read.all()).doesNotContain("secret", "x", "y");
    }

    @Test
    void an_object_that_its_source_removed_is_told_from_a_row() {
        assertThat(read(Datasets.MESSAGE, "{'@removed':{'reason':'deleted'},'id':'m1'}").outcome)
                .isEqualTo(RowReader.Outcome.REMOVED);
        assertThat(read(Datasets.MESSAGE, "{'id':'m1','from':{'@removed':{'reason':'x'}}}").outcome)
                .isEqualTo(RowReader.Outcome.ROW);
    }

    @Test
    void a_source_cannot_set_a_derived_column() {
        assertThat(read(Datasets.MESSAGE, "{'_conversationKey':'planted'}").all())
                .doesNotContain("planted");
    }

    @Test
    void takes_the_fallback_only_where_the_column_is_absent() {
        assertThat(read(Datasets.GROUP_MEMBERS, "{'id':'u','puser':'g'}").value("pObjectId"))
                .isEqualTo("g");
        assertThat(read(Datasets.GROUP_MEMBERS, "{'id':'u','puser':'g','pObjectId':''}")
                        .value("pObjectId"))
                .isEqualTo("g");
        assertThat(read(Datasets.GROUP_MEMBERS, "{'id':'u','puser':'x','pObjectId':'g'}")
                        .value("pObjectId"))
                .isEqualTo("g");
        Read user = read(Datasets.USER, "{'puser':'u'}");
        assertThat(user.value("id")).isEqualTo("u");
        assertThat(user.value("puser")).isEqualTo("u");
    }

    @Test
    void a_fallback_does_not_leak_into_the_next_row() {
        RowReader reader = new RowReader(JSON, Datasets.USER, RowLimits.DEFAULT);
        Row row = new Row(Datasets.USER);
        readInto(reader, row, "{'puser':'u'}");
        readInto(reader, row, "{'mail':'a@b.c'}");

        assertThat(row.value(Datasets.USER.index("id"))).isNull();
    }

    @Test
    void reads_lists_objects_and_flags_that_stand_in_text() {
        Read read = read(
                Datasets.MESSAGE,
                "{'isRead':' True ','isDraft':'','from':'{\\\"emailAddress\\\":{\\\"address\\\":\\\"a@b.c\\\"}}',"
                        + "'toRecipients':'[{\\\"emailAddress\\\":\\\"{\\\\\\\"address\\\\\\\":\\\\\\\"d@e.f\\\\\\\"}\\\"}]','ccRecipients':'','bccRecipients':'null'}");

        assertThat(read.outcome).isEqualTo(RowReader.Outcome.ROW);
        assertThat(read.value("isRead")).isEqualTo("true");
        assertThat(read.value("isDraft")).isEqualTo("null");
        assertThat(read.value("from")).isEqualTo("[[a@b.c]]");
        assertThat(read.value("toRecipients")).isEqualTo("[[[d@e.f]]]");
        assertThat(read.value("ccRecipients")).isEqualTo("null");
        assertThat(read.value("bccRecipients")).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {'id':7}; column id holds a number, not text
            {'sentDateTime':1612312661}; column sentDateTime holds a number, not text
            {'id':{'a':[1]}}; column id holds an object, not text
            {'id':[]}; column id holds a list, not text
            {'id':false}; column id holds true or false, not text
            {'isDraft':1}; column isDraft holds a number, not true or false
            {'isDraft':'maybe'}; column isDraft holds other text, not true or false
            {'from':[]}; column from holds a list, not an object
            {'from':'Mira'}; column from holds text that is no JSON, not an object
            {'from':'{} {}'}; column from holds text that is no JSON, not an object
            {'from':'[]'}; column from holds a list, not an object
            {'toRecipients':{}}; column toRecipients holds an object, not a list
            {'toRecipients':[3]}; column toRecipients holds a number, not an object
            {'toRecipients':[{'emailAddress':{'address':4}}]}; column toRecipients.emailAddress.address holds a number, not text
            {'id':1,'isDraft':2}; column id holds a number, not text
            """)
    void rejects_the_wrong_type_and_names_the_column(String json, String reason) {
        Read read = read(Datasets.MESSAGE, json.replace("'{} {}'", "'{} {}'"));

        assertThat(read.outcome).isEqualTo(RowReader.Outcome.REJECTED);
        assertThat(read.reader.reason()).isEqualTo(reason);
    }

    @Test
    void tells_summary_rows_from_rows() {
        String rowInformation = "{'id':'m','RowInformation':{'errorInformation':{},'isUserSummaryRow':%s}}";

        assertThat(read(Datasets.MESSAGE, rowInformation.formatted("true")).outcome)
                .isEqualTo(RowReader.Outcome.SUMMARY);
        assertThat(read(Datasets.MESSAGE, rowInformation.formatted("false")).outcome)
                .isEqualTo(RowReader.Outcome.ROW);
    }

    @Test
    void takes_names_without_end_in_bounded_memory() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 9_000; i++) {
            json.append("'n").append(i).append("':0,");
        }
        assertThat(read(Datasets.MESSAGE, json.append("'ID':'m'}").toString()).value("id"))
                .isEqualTo("m");
    }

    @Test
    void leaves_broken_json_to_its_caller() {
        assertThatThrownBy(() -> read(Datasets.MESSAGE, "{'id':'m'")).isInstanceOf(JacksonException.class);
    }

    private static Read read(Dataset dataset, String json) {
        RowReader reader = new RowReader(JSON, dataset, RowLimits.DEFAULT);
        Row row = new Row(dataset);
        return new Read(readInto(reader, row, json), row, reader);
    }

    private static RowReader.Outcome readInto(RowReader reader, Row row, String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json.replace('\'', '"'))) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            RowReader.Outcome outcome = reader.read(parser, row);
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            return outcome;
        }
    }

    private record Read(RowReader.Outcome outcome, Row row, RowReader reader) {

        String value(String column) {
            return text(row.value(row.dataset().index(column)));
        }

        String all() {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < row.dataset().columns().size(); i++) {
                all.append(text(row.value(i)));
            }
            return all.toString();
        }

        private static String text(@Nullable Object value) {
            return MapLanding.text(value);
        }
    }
}
