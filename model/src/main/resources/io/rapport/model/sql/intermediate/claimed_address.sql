-- grain: one row per address that is somebody's, or that nobody may have
-- key: address
-- not null: address
-- as: table
select address from colleague_address
union
select address from group_address
union
select address from excluded_address
union
select address from person_address
union
select address from known_contact
