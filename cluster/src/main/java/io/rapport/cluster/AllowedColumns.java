package io.rapport.cluster;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Which of a Parquet export's columns are read: those that the schema names, at any depth, whatever their case. Nested
 * columns may be nested or JSON within text. What the schema does not name is not asked for.
 */
final class AllowedColumns {

    private AllowedColumns() {}

    /** The part of a file's schema that may be read, under the file's own names. */
    static StructType of(Dataset dataset, StructType found) {
        List<Column> allowed = new ArrayList<>();
        for (Column column : dataset.columns()) {
            if (!column.isDerived()) {
                allowed.add(column);
            }
        }
        List<StructField> fields = new ArrayList<>();
        for (StructField field : found.fields()) {
            allowed.stream()
                    .filter(column -> isNamed(column, field.name()))
                    .findFirst()
                    .flatMap(column -> read(column.type(), field.dataType()))
                    .ifPresent(type -> fields.add(with(field, type)));
        }
        return new StructType(fields.toArray(StructField[]::new));
    }

    /** The columns, scalars that are neither flags nor times as text at any depth: that is what exports of lines hold. */
    static org.apache.spark.sql.Column[] texts(org.apache.spark.sql.Dataset<Row> rows, StructType allowed) {
        return Arrays.stream(allowed.fields())
                .map(field -> rows.col('`' + field.name().replace("`", "``") + '`')
                        .cast(text(field.dataType()))
                        .as(field.name()))
                .toArray(org.apache.spark.sql.Column[]::new);
    }

    private static DataType text(DataType type) {
        if (type instanceof ArrayType list) {
            return new ArrayType(text(list.elementType()), true);
        }
        if (type instanceof StructType object) {
            return new StructType(Arrays.stream(object.fields())
                    .map(field -> with(field, text(field.dataType())))
                    .toArray(StructField[]::new));
        }
        return isKept(type) ? type : DataTypes.StringType;
    }

    private static boolean isNamed(Column column, String name) {
        return column.name().equalsIgnoreCase(name)
                || column.findFallback().filter(name::equalsIgnoreCase).isPresent();
    }

    private static Optional<DataType> read(ColumnType allowed, DataType found) {
        if (allowed instanceof ListOf list && found instanceof ArrayType array) {
            return read(list.element(), array.elementType()).map(type -> new ArrayType(type, true));
        }
        if (allowed instanceof Struct struct && found instanceof StructType object) {
            List<StructField> fields = new ArrayList<>();
            for (StructField field : object.fields()) {
                struct.fields().stream()
                        .filter(column -> column.name().equalsIgnoreCase(field.name()))
                        .findFirst()
                        .flatMap(column -> read(column.type(), field.dataType()))
                        .ifPresent(type -> fields.add(with(field, type)));
            }
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StructType(fields.toArray(StructField[]::new)));
        }
        return isPlain(found) ? Optional.of(found) : Optional.empty();
    }

    private static StructField with(StructField field, DataType type) {
        return new StructField(field.name(), type, true, field.metadata());
    }

    private static boolean isPlain(DataType type) {
        return !(type instanceof ArrayType) && !(type instanceof StructType) && !(type instanceof MapType);
    }

    private static boolean isKept(DataType type) {
        return type instanceof BooleanType
                || type instanceof TimestampType
                || type instanceof TimestampNTZType
                || type instanceof DateType;
    }
}
