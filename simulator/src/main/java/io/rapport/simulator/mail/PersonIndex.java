package io.rapport.simulator.mail;

import java.util.Arrays;

/** Which correspondences can reach a person: filled once, then only read. */
final class PersonIndex {

    private final int[][] numbers;
    private final int[] sizes;

    PersonIndex(int people) {
        this.numbers = new int[people][0];
        this.sizes = new int[people];
    }

    void add(int person, int number) {
        if (sizes[person] == numbers[person].length) {
            numbers[person] = Arrays.copyOf(numbers[person], Math.max(8, sizes[person] * 2));
        }
        numbers[person][sizes[person]++] = number;
    }

    /** Gives back what was set aside for more. */
    void close() {
        for (int person = 0; person < sizes.length; person++) {
            numbers[person] = Arrays.copyOf(numbers[person], sizes[person]);
        }
    }

    int[] of(int person) {
        return numbers[person];
    }
}
