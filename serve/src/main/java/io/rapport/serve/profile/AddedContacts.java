package io.rapport.serve.profile;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.serve.state.ServeState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Contacts that people added by hand, beside those of the files. They belong to the set, not to a version: the next
 * version has them too. Thread-safe.
 */
public final class AddedContacts {

    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_ACCOUNT = 400;

    private final ServeState state;
    private final InstantSource instants;

    public AddedContacts(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** Those of a set, the latest first. */
    public List<AddedContact> list(ProfileSet set) {
        return state.run(db -> db.sql("select * from added_contact where set_id = :set order by added_at desc, address")
                .param("set", set.id())
                .query((row, number) -> new AddedContact(
                        row.getString("address"),
                        row.getString("account_id"),
                        row.getString("account_name"),
                        Instant.ofEpochMilli(row.getLong("added_at")),
                        row.getString("added_by")))
                .list());
    }

    /**
     * Adds an address as a contact of an account; nothing changes where it is one already.
     *
     * @param address as somebody typed it
     * @param by who does, as people know them
     * @return whether it was not there yet
     * @throws RapportException {@link ProfileError#ADDED_CONTACT}
     */
    public boolean add(ProfileSet set, String address, String accountId, String accountName, String by) {
        String normal = Address.normalForm(address);
        String account = accountId.strip();
        if (normal == null || normal.length() > LONGEST_ADDRESS) {
            throw new RapportException(
                    ProfileError.ADDED_CONTACT, "That is no email address. It must look like ana@fabrikam.com.");
        }
        if (account.isEmpty() || account.length() > LONGEST_ACCOUNT) {
            throw new RapportException(
                    ProfileError.ADDED_CONTACT, "No account was chosen. Search for one by its name or id.");
        }
        return state.run(db -> db.sql("""
                        insert into added_contact (set_id, address, account_id, account_name, added_at, added_by)
                        values (:set, :address, :account, :name, :at, :by)
                        on conflict (set_id, address, account_id) do nothing
                        """)
                        .param("set", set.id())
                        .param("address", normal)
                        .param("account", account)
                        .param("name", accountName.substring(0, Math.min(accountName.length(), LONGEST_ACCOUNT)))
                        .param("at", instants.millis())
                        .param("by", by)
                        .update())
                == 1;
    }

    /** @return whether it was there */
    public boolean remove(ProfileSet set, String address, String accountId) {
        return state.run(db -> db.sql("""
                        delete from added_contact
                        where set_id = :set and address = :address and account_id = :account
                        """)
                        .param("set", set.id())
                        .param("address", address)
                        .param("account", accountId)
                        .update())
                == 1;
    }
}
