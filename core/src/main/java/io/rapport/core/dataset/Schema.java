package io.rapport.core.dataset;

import static io.rapport.core.dataset.ColumnType.Scalar.ADDRESS;
import static io.rapport.core.dataset.ColumnType.Scalar.FLAG;
import static io.rapport.core.dataset.ColumnType.Scalar.INSTANT;
import static io.rapport.core.dataset.ColumnType.Scalar.TEXT;
import static io.rapport.core.dataset.ColumnType.Scalar.WORD;

import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Struct;
import java.util.List;

/** The words in which schemas are written down; shapes as Graph Data Connect documents them (read November 2026). */
final class Schema {

    private Schema() {}

    static Column text(String name, String meaning) {
        return Column.of(name, TEXT, meaning);
    }

    static Column word(String name, String meaning) {
        return Column.of(name, WORD, meaning);
    }

    static Column flag(String name, String meaning) {
        return Column.of(name, FLAG, meaning);
    }

    static Column instant(String name, String meaning) {
        return Column.of(name, INSTANT, meaning);
    }

    static Column list(String name, ColumnType element, String meaning) {
        return Column.of(name, new ListOf(element), meaning);
    }

    static Column struct(String name, String meaning, Column... fields) {
        return Column.of(name, new Struct(List.of(fields)), meaning);
    }

    /** {@code {emailAddress: {address}}}: the address and nothing else, no name. */
    static Column person(String name, String meaning) {
        return struct(name, meaning, mailbox());
    }

    static Column people(String name, String meaning) {
        return list(name, new Struct(List.of(mailbox())), meaning);
    }

    static Column mailbox() {
        return struct("emailAddress", "the mailbox", Column.of("address", ADDRESS, "its address"));
    }

    /** {@code {dateTime, timeZone}}. */
    static Column wallClock(String name, String meaning) {
        return struct(
                name, meaning, text("dateTime", "wall-clock time"), text("timeZone", "zone name, IANA or Windows"));
    }

    static Column odataType() {
        return text("ODataType", "type of the object at the source");
    }

    static Column mailboxOwner() {
        return text("puser", "object id of the mailbox's owner");
    }

    static Column tenant() {
        return text("ptenant", "id of the tenant");
    }
}
