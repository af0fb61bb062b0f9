-- grain: one row per mailbox, Outlook contact and address in it (option linkContacts)
-- key: mailbox, outlook_contact_id, address
-- not null: mailbox, outlook_contact_id, address
-- as: table
with list_addresses as (
    select mailbox, outlook_contact_id, explode(email_addresses) as entry
    from contact_row
    where link_contacts()
)

select distinct a.mailbox, a.outlook_contact_id, a.entry.address as address
from list_addresses as a
where a.entry.address is not null
    and not exists (select 1 from excluded_user as u where u.user_id = a.mailbox)
    and not exists (select 1 from excluded_address as e where e.address = a.entry.address)
