package io.rapport.model.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Microsoft 365 keeps mailboxes: Office's code, and the Azure regions whose pipelines extract from there. */
public enum Region {
    APC("eastasia", "southeastasia"),
    ARE("uaenorth"),
    AUS("australiaeast", "australiasoutheast"),
    BRA("brazilsouth"),
    CAN("canadacentral", "canadaeast"),
    CHE("switzerlandnorth"),
    DEU("germanywestcentral"),
    EUR("northeurope", "westeurope"),
    FRA("francecentral"),
    GBR("uksouth", "ukwest"),
    IND("southindia", "centralindia"),
    JPN("japaneast", "japanwest"),
    KOR("koreacentral", "koreasouth"),
    NAM("centralus", "eastus", "eastus2", "northcentralus", "southcentralus", "westcentralus", "westus", "westus2"),
    NOR("norwayeast");

    private final List<String> azure;

    Region(String... azure) {
        this.azure = List.of(azure);
    }

    /** The region of an Office code ({@code EUR}) or an Azure region ({@code westeurope}, {@code West Europe}). */
    public static Optional<Region> find(String word) {
        String name = word.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        return Arrays.stream(values())
                .filter(region -> region.name().toLowerCase(Locale.ROOT).equals(name) || region.azure.contains(name))
                .findFirst();
    }

    /** All words that name a region. */
    static List<String> words() {
        return Arrays.stream(values())
                .flatMap(region -> Stream.concat(Stream.of(region.name()), region.azure.stream()))
                .toList();
    }
}
