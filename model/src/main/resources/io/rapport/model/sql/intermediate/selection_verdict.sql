-- grain: one row per selected address and what it is
-- key: address
-- not null: address, verdict
-- as: table
select
    s.address,
    c.user_id,
    g.group_id,
    case
        when e.address is not null then 'Excluded: selects nobody'
        when c.address is not null then 'A user'
        when g.address is not null then 'A group'
        when t.address is not null then 'A guest: selects nobody'
        else 'In no directory'
    end as verdict
from selected_address as s
left join excluded_address as e on e.address = s.address
left join colleague_address as c on c.address = s.address
left join group_address as g on g.address = s.address
left join (select distinct address from guest_address) as t on t.address = s.address
