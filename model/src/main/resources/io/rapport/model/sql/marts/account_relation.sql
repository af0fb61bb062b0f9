-- grain: one row per account with an email or meeting: by how many people the relation is held, nobody named
-- key: account_id
-- not null: account_id, event_count, most_of_person, most_of_contact, new_contact_count, lost_contact_count
-- holds: most_of_person <= event_count and most_of_contact <= event_count
-- as: table
with sum_people as (
    select
        account_id,
        side,
        person,
        cast(sum(event_count) as bigint) as event_count,
        min(day) as first_date,
        max(day) as last_date
    from account_person_day
    group by account_id, side, person
),

sum_sides as (
    select
        account_id,
        max(case when side = 'ours' then event_count end) as most_of_person,
        max(case when side = 'theirs' then event_count end) as most_of_contact,
        count(case when side = 'theirs' and days_between(first_date, run_date()) < 60 then 1 end)
            as new_contact_count,
        count(case
            when side = 'theirs'
                and days_between(last_date, run_date()) >= 60
                and days_between(last_date, run_date()) < 150
            then 1
        end) as lost_contact_count
    from sum_people
    group by account_id
),

sum_events as (
    select account_id, cast(sum(email_count + meeting_count) as bigint) as event_count
    from account_day
    group by account_id
)

select
    e.account_id,
    e.event_count,
    coalesce(s.most_of_person, 0) as most_of_person,
    coalesce(s.most_of_contact, 0) as most_of_contact,
    coalesce(s.new_contact_count, 0) as new_contact_count,
    coalesce(s.lost_contact_count, 0) as lost_contact_count
from sum_events as e
left join sum_sides as s on s.account_id = e.account_id
