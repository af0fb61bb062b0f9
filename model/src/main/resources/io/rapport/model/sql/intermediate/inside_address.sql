-- grain: one row per address that can be no contact's and needs no look-up as one
-- key: address
-- not null: address
-- as: table
select address from colleague_address
union
select address from excluded_address
union
select address from listed_address
