package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.chance.Chance;

/**
 * The two ids of an item: the immutable one, and the other, which is another in every folder and what comes where nobody
 * asks for immutable ids.
 */
final class ItemId {

    private static final int FROM = 96;
    private static final int LENGTH = 8;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private ItemId() {}

    /**
     * @param immutable of the item
     * @param folder id of the folder in which it lies
     */
    static String mutable(String immutable, String folder) {
        StringBuilder id = new StringBuilder(immutable);
        long key = Chance.key(0, folder);
        for (int i = 0; i < LENGTH && FROM + i < immutable.length(); i++) {
            id.setCharAt(FROM + i, ALPHABET.charAt((int) (key >>> (6 * i)) & 63));
        }
        return id.toString();
    }
}
