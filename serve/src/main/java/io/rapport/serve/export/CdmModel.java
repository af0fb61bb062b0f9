package io.rapport.serve.export;

import io.rapport.model.duckdb.export.ExportTable;
import io.rapport.model.run.OutputColumn;
import io.rapport.serve.json.JsonText;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code model.json} of a Common Data Model folder, version 1.0: an entity per table with its attributes and one
 * partition. What Customer Insights and Power BI attach.
 */
final class CdmModel {

    static final String FILE = "model.json";

    private static final String VERSION = "1.0";
    private static final String APPLICATION = "Rapport";

    private CdmModel() {}

    /**
     * The file's text.
     *
     * @param name of the whole
     * @param tables in their order; those that share a key with the first one say so
     * @param location where the folder is, for whoever reads it; ends with a slash
     */
    static String text(String name, List<ExportTable> tables, URI location, Instant at) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("application", APPLICATION);
        model.put("name", name);
        model.put("description", "Account engagement: " + name + ".");
        model.put("version", VERSION);
        model.put("culture", "en-US");
        model.put("modifiedTime", at.toString());
        model.put(
                "entities",
                tables.stream().map(table -> entity(table, location, at)).toList());
        model.put("relationships", relationships(tables));
        return JsonText.of(model);
    }

    /** Where a table's rows lie within the folder. */
    static String file(ExportTable table) {
        return entityName(table) + "/" + entityName(table) + ".csv";
    }

    private static Map<String, Object> entity(ExportTable table, URI location, Instant at) {
        Map<String, Object> format = new LinkedHashMap<>();
        format.put("$type", "CsvFormatSettings");
        format.put("columnHeaders", true);
        format.put("delimiter", ",");
        format.put("quoteStyle", "QuoteStyle.Csv");
        format.put("csvStyle", "CsvStyle.QuoteAlways");
        Map<String, Object> partition = new LinkedHashMap<>();
        partition.put("name", "Part001");
        partition.put("refreshTime", at.toString());
        partition.put("location", location + file(table));
        partition.put("fileFormatSettings", format);
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("$type", "LocalEntity");
        entity.put("name", entityName(table));
        entity.put("description", table.meaning());
        entity.put(
                "attributes", table.columns().stream().map(CdmModel::attribute).toList());
        entity.put("partitions", List.of(partition));
        return entity;
    }

    private static Map<String, Object> attribute(OutputColumn column) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("name", column.name());
        attribute.put(
                "description", column.meaning() + (column.unit().isEmpty() ? "" : " Unit: " + column.unit() + "."));
        attribute.put("dataType", dataType(column));
        return attribute;
    }

    private static String dataType(OutputColumn column) {
        return switch (column.type()) {
            case "text" -> "string";
            case "date" -> "date";
            case "whole number" -> "int64";
            case "decimal" -> "decimal";
            case "true or false" -> "boolean";
            default -> throw new IllegalStateException("no data type for a " + column.type());
        };
    }

    /** The model allows neither dots nor quotes in the name of an entity, and an address no other letters. */
    private static String entityName(ExportTable table) {
        return table.name().replaceAll("[^A-Za-z0-9_-]+", "_");
    }

    private static List<Object> relationships(List<ExportTable> tables) {
        String key = tables.get(0).columns().get(0).name();
        List<Object> all = new ArrayList<>();
        for (ExportTable table : tables.subList(1, tables.size())) {
            if (table.columns().stream().anyMatch(column -> column.name().equals(key))) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("$type", "SingleKeyRelationship");
                one.put("fromAttribute", Map.of("entityName", entityName(table), "attributeName", key));
                one.put("toAttribute", Map.of("entityName", entityName(tables.get(0)), "attributeName", key));
                all.add(one);
            }
        }
        return all;
    }
}
