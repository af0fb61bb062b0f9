package io.rapport.lake.privacy;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import java.nio.charset.StandardCharsets;

/** Finds the writer of a column's type. */
final class Writers {

    private Writers() {}

    static ValueWriter of(ColumnType type, AddressWriter addresses) {
        if (type instanceof Struct struct) {
            return new StructWriter(
                    struct.fields().stream().map(Writers::name).toArray(byte[][]::new),
                    struct.fields().stream()
                            .map(field -> of(field.type(), addresses))
                            .toArray(ValueWriter[]::new));
        }
        if (type instanceof ListOf list) {
            return new ListWriter(of(list.element(), addresses));
        }
        return scalar((Scalar) type, addresses);
    }

    /** A column's name as a JSON field: quoted, with its colon. */
    static byte[] name(Column column) {
        return ('"' + column.name() + "\":").getBytes(StandardCharsets.UTF_8);
    }

    private static ValueWriter scalar(Scalar type, AddressWriter addresses) {
        return switch (type) {
            case TEXT ->
                addresses.suppression().isEmpty() ? ScalarWriters::text : new ErasedText(addresses.suppression())::text;
            case WORD -> ScalarWriters::word;
            case FLAG -> ScalarWriters::flag;
            case INSTANT -> InstantWriter::write;
            case ADDRESS -> addresses;
            case PROXY_ADDRESS ->
                addresses.suppression().isEmpty()
                        ? ScalarWriters::proxyAddress
                        : new ErasedText(addresses.suppression())::proxyAddress;
            case COUNT, DATE -> throw new IllegalArgumentException(type + " is for derived columns only");
        };
    }
}
