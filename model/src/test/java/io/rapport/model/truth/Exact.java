package io.rapport.model.truth;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact quotient of whole numbers, never negative. */
record Exact(BigInteger numerator, BigInteger denominator) {

    static final Exact ZERO = of(0, 1);

    static Exact of(long numerator, long denominator) {
        return new Exact(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    Exact plus(Exact other) {
        return new Exact(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Exact times(long factor) {
        return new Exact(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    Exact over(long divisor) {
        return new Exact(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** Half away from zero; of what is never negative the same as half up. */
    BigDecimal rounded(int decimals) {
        BigInteger scaled = numerator.multiply(BigInteger.TEN.pow(decimals));
        BigInteger two = BigInteger.TWO;
        BigInteger whole = scaled.multiply(two).add(denominator).divide(denominator.multiply(two));
        return new BigDecimal(whole, decimals);
    }
}
