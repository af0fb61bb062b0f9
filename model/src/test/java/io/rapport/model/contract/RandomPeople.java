package io.rapport.model.contract;

import java.util.ArrayList;
import java.util.List;

/** Whose addresses emails and events name: mostly people who matter, sometimes anybody. */
final class RandomPeople {

    /** Addresses that contacts are made of. */
    static final List<String> CONTACTS = List.of(
            "carl@adatum.com",
            "c.arl@adatum.com",
            "dora@adatum.com",
            "eve@fabrikam.com",
            "漢@fabrikam.com",
            "𝔣rank@northwind.example",
            "gus+tag@northwind.example",
            "carl@gmail.com",
            "eve@outlook.com");

    /** Addresses of nobody, until Outlook contacts or domains say whose they are. */
    static final List<String> STRANGERS = List.of(
            "new@adatum.com",
            "new@fabrikam.com",
            "x@northwind.example",
            "x@sub.adatum.com",
            "carl.home@gmail.com",
            "ann.home@gmail.com",
            "who@litware.example",
            "press@contoso.com");

    private static final List<String> NO_ADDRESSES =
            List.of("/O=CONTOSO/CN=ANN", "Carl", "a@b@c", "@adatum.com", "carl@", " ");

    private final Dice dice;
    private final List<String> listed;
    private final List<String> everybody = new ArrayList<>();

    RandomPeople(Dice dice, RandomDirectory directory, List<String> selection) {
        this.dice = dice;
        this.listed = List.copyOf(selection);
        everybody.addAll(CONTACTS);
        everybody.addAll(STRANGERS);
        everybody.addAll(selection);
        everybody.addAll(directory.userAddresses);
        everybody.addAll(directory.groupAddresses);
    }

    String listed() {
        return dice.percent(60) ? dice.of(RandomDirectory.ANCHORS) : dice.of(listed);
    }

    String contact() {
        return dice.percent(80) ? dice.of(CONTACTS) : dice.of(STRANGERS);
    }

    String any() {
        return dice.of(everybody);
    }

    String noAddress() {
        return dice.of(NO_ADDRESSES);
    }
}
