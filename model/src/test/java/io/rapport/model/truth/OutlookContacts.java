package io.rapport.model.truth;

import io.rapport.core.address.Address;
import io.rapport.model.contract.CompanyInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** People's Outlook contacts: which addresses lie side by side, in which mailboxes. */
final class OutlookContacts {

    private record Card(String mailbox, Set<String> addresses) {}

    private final List<Card> cards = new ArrayList<>();

    OutlookContacts(CompanyInput input, Selection selection) {
        for (Map<String, @Nullable Object> row : input.rows("Contact_v1")) {
            String mailbox = Json.key(row, "puser");
            if (selection.excludedUsers.contains(mailbox)) {
                continue; // "copies in their mailboxes are not read for any purpose"
            }
            Set<String> addresses = new TreeSet<>();
            for (Object entry : Json.list(row, "emailAddresses")) {
                String address = Address.normalForm(Json.text(entry, "address"));
                if (address != null) {
                    addresses.add(address);
                }
            }
            cards.add(new Card(mailbox, addresses));
        }
    }

    Set<String> addresses() {
        Set<String> all = new TreeSet<>(CodePoints.ORDER);
        cards.forEach(card -> all.addAll(card.addresses()));
        return all;
    }

    /** Of the mailboxes that hold the address, more than half hold it in a contact that also holds one of those. */
    boolean mostMailboxesSay(String address, Set<String> addressesOfOwner) {
        Set<String> holding = new HashSet<>();
        Set<String> holdingBoth = new HashSet<>();
        for (Card card : cards) {
            if (card.addresses().contains(address)) {
                holding.add(card.mailbox());
                if (card.addresses().stream().anyMatch(addressesOfOwner::contains)) {
                    holdingBoth.add(card.mailbox());
                }
            }
        }
        return 2 * holdingBoth.size() > holding.size();
    }
}
