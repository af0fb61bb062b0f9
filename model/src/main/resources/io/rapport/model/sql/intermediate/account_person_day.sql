-- grain: one row per account, local date, channel, side and person involved, by a fingerprint of the person's or contact's key
-- key: account_id, day, channel, side, person
-- not null: account_id, day, channel, side, person, event_count
-- holds: event_count > 0
-- as: table
-- People are only counted from here on, and a text costs more than its fingerprint.
with number_people as (
    select person_number, fingerprint(person_key) as person
    from listed_person
),

count_people as (
    select a.account_id, a.sent_date as day, 'email' as channel, p.person_number, count(*) as event_count
    from account_email as a
    inner join email_person as p on p.message_key = a.message_key
    group by a.account_id, a.sent_date, p.person_number
    union all
    select a.account_id, a.meeting_date as day, 'meeting' as channel, p.person_number, count(*) as event_count
    from account_meeting as a
    inner join meeting_person as p on p.meeting_key = a.meeting_key
    group by a.account_id, a.meeting_date, p.person_number
)

select c.account_id, c.day, c.channel, 'ours' as side, n.person, c.event_count
from count_people as c
inner join number_people as n on n.person_number = c.person_number
union all
select
    a.account_id,
    a.sent_date as day,
    'email' as channel,
    'theirs' as side,
    fingerprint(c.contact_id) as person,
    count(*) as event_count
from account_email as a
inner join email_contact as c on c.message_key = a.message_key and c.account_id = a.account_id
group by a.account_id, a.sent_date, fingerprint(c.contact_id)
union all
select
    a.account_id,
    a.meeting_date as day,
    'meeting' as channel,
    'theirs' as side,
    fingerprint(c.contact_id) as person,
    count(*) as event_count
from account_meeting as a
inner join meeting_contact as c on c.meeting_key = a.meeting_key and c.account_id = a.account_id
group by a.account_id, a.meeting_date, fingerprint(c.contact_id)
