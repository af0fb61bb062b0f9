-- grain: one row per row of the contact data set, with the reason why it is left out, if it is
-- key: row_number
-- not null: row_number
-- as: table
select
    r.row_number,
    r.account_id,
    r.address,
    coalesce(r.contact_id, r.address) as contact_id,
    case
        when r.address is null and not r.has_address_text then 'No address'
        when r.address is null then 'Not an address'
        when a.account_id is null then 'No such account'
        when e.address is not null then 'Excluded'
        when c.address is not null then 'A colleague'
        when g.address is not null then 'A group'
        when l.address is not null then 'A listed person'
    end as left_out
from customer_contact as r
left join account as a on a.account_id = r.account_id
left join colleague_address as c on c.address = r.address
left join group_address as g on g.address = r.address
left join listed_address as l on l.address = r.address
left join excluded_address as e on e.address = r.address
