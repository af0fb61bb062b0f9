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
left join excluded_user as u on u.user_id = a.mailbox
left join excluded_address as e on e.address = a.entry.address
where a.entry.address is not null
    and u.user_id is null
    and e.address is null
