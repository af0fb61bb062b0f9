package io.rapport.core.address;

/**
 * What stands in other people's mail and meetings where the address of an erased person stood: one address, the same for
 * all. It is nobody's: no employee's, no contact's, and of no domain that anybody asks about.
 */
public final class ErasedAddress {

    /** In its normal form; the top-level domain is reserved and never anybody's. */
    public static final String TEXT = "erased@erased.invalid";

    /** What stands behind its {@code @}. */
    public static final String DOMAIN = "erased.invalid";

    private ErasedAddress() {}
}
