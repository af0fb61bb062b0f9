-- grain: one row per unknown address that people's Outlook contacts link to exactly one owner
-- key: address
-- not null: address, owner
-- as: table
with find_unknown as (
    select o.mailbox, o.outlook_contact_id, o.address
    from outlook_contact_address as o
    left join (select distinct address from owner_address) as k on k.address = o.address
    left join colleague_address as c on c.address = o.address
    left join group_address as g on g.address = o.address
    where k.address is null
        and c.address is null
        and g.address is null
),

count_holders as (
    select address, count(distinct mailbox) as holder_count
    from find_unknown
    group by address
),

count_owners as (
    select u.address, k.owner, count(distinct u.mailbox) as mailbox_count
    from find_unknown as u
    inner join outlook_contact_address as o
        on o.mailbox = u.mailbox and o.outlook_contact_id = u.outlook_contact_id
    inner join owner_address as k on k.address = o.address
    group by u.address, k.owner
)

select o.address, min(o.owner) as owner
from count_owners as o
inner join count_holders as h on h.address = o.address
where o.mailbox_count * 2 > h.holder_count
group by o.address
having count(*) = 1
