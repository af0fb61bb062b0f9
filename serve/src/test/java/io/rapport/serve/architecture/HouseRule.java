package io.rapport.serve.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the house.
 *
 * @param name for the test report
 * @param rule what is checked
 * @param mend what to do where it fails; part of the failing text
 * @param offender a class that breaks this rule
 */
record HouseRule(String name, ArchRule rule, String mend, Class<?> offender) {

    HouseRule {
        rule = rule.because(mend);
    }

    @Override
    public String toString() {
        return name;
    }
}
