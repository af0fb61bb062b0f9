-- grain: one row per colleague, address of somebody who is no colleague, by its fingerprint, and counted week, with an
-- email each way in the four weeks that end with it
-- key: colleague_number, fingerprint, week_number
-- not null: colleague_number, fingerprint, week_number
-- as: table
with find_sent as (
    select distinct s.colleague_number, r.fingerprint, s.week_number
    from colleague_sent as s
    inner join other_recipient as r on r.message_key = s.message_key
    where not s.is_bulk
),

find_partners as (
    select distinct colleague_number, fingerprint from find_sent
),

find_received as (
    select distinct r.colleague_number, fingerprint(e.sender_address) as fingerprint, r.week_number
    from colleague_received as r
    inner join counted_email as e on e.message_key = r.message_key
    inner join find_partners as p
        on p.colleague_number = r.colleague_number
            and p.fingerprint = fingerprint(e.sender_address)
    where r.sender_number is null
        and not r.is_bulk
),

list_weeks as (
    select colleague_number, fingerprint, week_number, true as is_sent from find_sent
    union all
    select colleague_number, fingerprint, week_number, false as is_sent from find_received
),

find_mutual as (
    select colleague_number, fingerprint
    from list_weeks
    group by colleague_number, fingerprint
    having bool_or(is_sent) and bool_or(not is_sent)
),

spread_weeks as (
    select l.colleague_number, l.fingerprint, l.week_number + s.step as week_number, l.is_sent
    from list_weeks as l
    inner join find_mutual as m
        on m.colleague_number = l.colleague_number
            and m.fingerprint = l.fingerprint
    cross join (values (0), (1), (2), (3)) as s(step)
)

select s.colleague_number, s.fingerprint, s.week_number
from spread_weeks as s
inner join report_week as w on w.week_number = s.week_number
group by s.colleague_number, s.fingerprint, s.week_number
having bool_or(s.is_sent) and bool_or(not s.is_sent)
