package io.rapport.simulator.worktime;

import java.util.Arrays;

/** Which numbered things (correspondences, series of meetings) can concern a person: filled once, then only read. */
public final class PersonIndex {

    private final int[][] numbers;
    private final int[] sizes;

    public PersonIndex(int people) {
        this.numbers = new int[people][0];
        this.sizes = new int[people];
    }

    public void add(int person, int number) {
        if (sizes[person] == numbers[person].length) {
            numbers[person] = Arrays.copyOf(numbers[person], Math.max(8, sizes[person] * 2));
        }
        numbers[person][sizes[person]++] = number;
    }

    /** Gives back what was set aside for more. */
    public void close() {
        for (int person = 0; person < sizes.length; person++) {
            numbers[person] = Arrays.copyOf(numbers[person], sizes[person]);
        }
    }

    public int[] of(int person) {
        return numbers[person];
    }
}
