package io.rapport.serve.web;

/** Text in a CSV file, which somebody will open in a spreadsheet. */
public final class SpreadsheetText {

    private SpreadsheetText() {}

    /** With a quote in front where a spreadsheet would take the text for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
