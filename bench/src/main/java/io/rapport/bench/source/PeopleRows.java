package io.rapport.bench.source;

import static io.rapport.bench.source.RowParts.bytes;

/** User_v1, and Contact_v1 with twenty Outlook contacts a colleague, each with an address that no account's list has. */
final class PeopleRows {

    private static final int CONTACTS_EACH = 20;

    private PeopleRows() {}

    static TextRows users(Company company) {
        int[] next = {0};
        return out -> {
            if (next[0] == Company.COLLEAGUES) {
                return false;
            }
            byte[] address = company.address(next[0]);
            out.put(bytes("{\"id\":\"")).put(company.id(next[0])).put(bytes("\",\"userType\":\"Member\","));
            out.put(bytes("\"accountEnabled\":true,\"assignedPlans\":[{\"capabilityStatus\":\"Enabled\","));
            out.put(bytes("\"service\":\"exchange\"}],\"mail\":\"")).put(address);
            out.put(bytes("\",\"userPrincipalName\":\"")).put(address).put(bytes("\"}\n"));
            next[0]++;
            return true;
        };
    }

    static TextRows outlookContacts(Company company) {
        int[] next = {0};
        return out -> {
            if (next[0] == Company.COLLEAGUES * CONTACTS_EACH) {
                return false;
            }
            int number = next[0]++;
            int contact = Draw.uneven(number, 40, Company.CONTACTS);
            byte[] mailbox = company.id(number / CONTACTS_EACH);
            out.put(bytes("{\"id\":\""));
            RowParts.itemId(mailbox, number, out);
            out.put(bytes("\",\"emailAddresses\":[{\"name\":\"x\",\"address\":\""));
            out.put(company.address(Company.contactNumber(contact)));
            out.put(bytes("\"},{\"name\":\"y\",\"address\":\"at.home."));
            out.digits(contact, 5).put(bytes("@home.example\"}],\"puser\":\""));
            out.put(mailbox).put(bytes("\"}\n"));
            return true;
        };
    }
}
