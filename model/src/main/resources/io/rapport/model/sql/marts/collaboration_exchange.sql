-- grain: one row per two departments and counted week with emails from the first to the second that may be published
-- key: from_department, to_department, week_start
-- not null: from_department, to_department, week_start, email_count, sender_count, receiver_count, emails_per_person
-- as: table
-- Senders and receivers are enough each, and so are those of the two departments who were neither: or there are none.
select
    e.from_department,
    e.to_department,
    w.week_start,
    e.email_count,
    e.sender_count,
    e.receiver_count,
    cast(e.email_count as double) / f.people_count as emails_per_person
from department_exchange as e
inner join report_week as w on w.week_number = e.week_number
inner join department_size as f
    on f.department = e.from_department
        and f.week_number = e.week_number
inner join department_size as t
    on t.department = e.to_department
        and t.week_number = e.week_number
cross join collaboration_rule as r
where f.is_published
    and t.is_published
    and e.sender_count >= r.minimum_people
    and e.receiver_count >= r.minimum_people
    and (f.people_count = e.sender_count or f.people_count - e.sender_count >= r.minimum_people)
    and (t.people_count = e.active_receiver_count or t.people_count - e.active_receiver_count >= r.minimum_people)
