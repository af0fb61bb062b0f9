package io.rapport.core.address;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Fuzz target: addresses, proxy addresses and conversation ids. A normal form is its own normal form. */
public final class AddressFuzz {

    private AddressFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String address = Address.normalForm(text);
        String proxy = ProxyAddress.normalForm(text);
        String key = ConversationKey.of(text);
        require(Objects.equals(address, Address.normalForm(address)));
        require(Address.find(text).isPresent() == (address != null));
        require(address == null || address.indexOf('@') == address.lastIndexOf('@'));
        require(Objects.equals(proxy, ProxyAddress.normalForm(proxy)));
        require(proxy == null || ProxyAddress.address(proxy).equals(Address.normalForm(ProxyAddress.address(proxy))));
        require(Objects.equals(key, ConversationKey.of(key)));
        require((key == null) == text.isBlank());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("a normal form is not its own");
        }
    }
}
