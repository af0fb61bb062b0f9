-- grain: one row per section, item and reason
-- key: Section, Item, Reason
-- not null: Section, Item, Count
-- as: table
with judge_people as (
    select
        l.person_key,
        case
            when d.person_key is not null then null
            when l.entra_id is null then 'In no directory'
            when not u.is_enabled then 'Account disabled'
            when u.has_plans and x.user_id is null then 'No Exchange license'
            else 'No mail in the window'
        end as no_data,
        d.person_key is not null as has_data
    from listed_person as l
    left join directory_user as u on u.user_id = l.entra_id
    left join licensed_user as x on x.user_id = l.entra_id
    left join person_with_data as d on d.person_key = l.person_key
),

match_contacts as (
    select a.account_id, c.contact_id
    from account_email as a
    inner join email_contact as c on c.message_key = a.message_key and c.account_id = a.account_id
    union
    select a.account_id, c.contact_id
    from account_meeting as a
    inner join meeting_contact as c on c.meeting_key = a.meeting_key and c.account_id = a.account_id
),

list_contacts as (
    select distinct account_id, contact_id
    from account_contact
),

share_addresses as (
    select address
    from account_contact
    group by address
    having count(distinct account_id) > 1
),

find_foreign as (
    select m.meeting_key
    from meeting_read as m
    inner join (
        select meeting_key, bool_or(is_organizer) as is_organizer
        from meeting_person
        group by meeting_key
    ) as p on p.meeting_key = m.meeting_key
    inner join (
        select meeting_key, bool_or(is_organizer) as is_organizer
        from meeting_contact
        group by meeting_key
    ) as c on c.meeting_key = m.meeting_key
    where not p.is_organizer and not c.is_organizer
),

find_empty_series as (
    select distinct coalesce(s.ical_uid, s.mailbox || '+' || s.copy_id) as series
    from event_copy as s
    where s.is_series_master
        and not exists (
            select 1
            from event_copy as o
            where o.mailbox = s.mailbox and o.series_master_id = s.copy_id
        )
),

find_days as (
    select sent_date as day from email_read
    union
    select meeting_date as day from meeting_read
),

read_rows as (
    select
        not coalesce(m.is_draft, false) as is_sent,
        coalesce(m.unusable_address_count, 0) as unusable_address_count
    from message_row as m
    left join excluded_user as x on x.user_id = m.mailbox
    where x.user_id is null
),

read_events as (
    select coalesce(e.unusable_address_count, 0) as unusable_address_count
    from event_row as e
    left join excluded_user as x on x.user_id = e.mailbox
    where x.user_id is null
),

order_domains as (
    select domain, email_count, row_number() over (order by email_count desc, domain) as place
    from unmatched_domain
),

count_all as (
    select 100 as place, 'People' as section, 'Selected addresses' as item, cast(null as string) as reason,
        count(*) as row_count
    from selected_address
    union all
    select 101, 'People', 'Selected addresses', verdict, count(*)
    from selection_verdict
    group by verdict
    union all
    select 110, 'People', 'Listed people', null, count(*) from listed_person
    union all
    select 111, 'People', 'Listed people with data', null, count(*) from judge_people where has_data
    union all
    select 112, 'People', 'Listed people without data', no_data, count(*)
    from judge_people
    where not has_data
    group by no_data
    union all
    select 200, 'Contacts', 'Rows read', null, count(*) from customer_contact
    union all
    select 201, 'Contacts', 'Rows left out', left_out, count(*)
    from contact_verdict
    where left_out is not null
    group by left_out
    union all
    select 210, 'Contacts', 'Contacts', null, count(*) from list_contacts
    union all
    select 211, 'Contacts', 'Contacts matched', null, count(*)
    from list_contacts as l
    inner join match_contacts as m on m.account_id = l.account_id and m.contact_id = l.contact_id
    union all
    select 212, 'Contacts', 'Ambiguous addresses', null, count(*) from share_addresses
    union all
    select 300, 'Accounts', 'Rows read', null, count(*) from customer_account
    union all
    select 301, 'Accounts', 'Rows left out', 'Blank id', count(*)
    from customer_account
    where account_id is null
    having count(*) > 0
    union all
    select 302, 'Accounts', 'Rows left out', 'Id seen before', count(account_id) - count(distinct account_id)
    from customer_account
    having count(account_id) > count(distinct account_id)
    union all
    select 310, 'Accounts', 'Accounts', null, count(*) from account
    union all
    select 311, 'Accounts', 'Accounts enriched', null, count(distinct account_id) from account_day
    union all
    select 400, 'Emails', 'Copies read', null, count(*) from read_rows
    union all
    select 401, 'Emails', 'Copies left out', 'Draft', count(*)
    from read_rows
    where not is_sent
    having count(*) > 0
    union all
    select 410, 'Emails', 'Emails', null, count(*) from email_verdict
    union all
    select 411, 'Emails', 'Emails left out', left_out, count(*)
    from email_verdict
    where left_out is not null
    group by left_out
    union all
    select 420, 'Emails', 'Emails counted', null, count(distinct message_key) from account_email
    union all
    select 421, 'Emails', 'Emails of no account', null, r.total - c.counted
    from (select count(*) as total from email_read) as r
    cross join (select count(distinct message_key) as counted from account_email) as c
    union all
    select 430, 'Emails', 'Addresses that are none', null,
        cast(coalesce(sum(unusable_address_count), 0) as bigint)
    from read_rows
    union all
    select 500, 'Meetings', 'Copies read', null, count(*) from read_events
    union all
    select 501, 'Meetings', 'Copies left out', 'Series master', count(*)
    from event_copy
    where is_series_master
    having count(*) > 0
    union all
    select 502, 'Meetings', 'Copies left out', 'No usable start', count(*)
    from event_copy
    where not is_series_master and start_at is null
    having count(*) > 0
    union all
    select 510, 'Meetings', 'Meetings', null, count(*) from meeting_verdict
    union all
    select 511, 'Meetings', 'Meetings left out', left_out, count(*)
    from meeting_verdict
    where left_out is not null
    group by left_out
    union all
    select 520, 'Meetings', 'Meetings counted', null, count(distinct meeting_key) from account_meeting
    union all
    select 521, 'Meetings', 'Meetings that others organized', null, count(*) from find_foreign
    union all
    select 522, 'Meetings', 'Meetings of no account', null, r.total - c.counted - f.others
    from (select count(*) as total from meeting_read) as r
    cross join (select count(distinct meeting_key) as counted from account_meeting) as c
    cross join (select count(*) as others from find_foreign) as f
    union all
    select 530, 'Meetings', 'Series without occurrences', null, count(*) from find_empty_series
    union all
    select 540, 'Meetings', 'Addresses that are none', null,
        cast(coalesce(sum(unusable_address_count), 0) as bigint)
    from read_events
    union all
    select 600, 'Links', 'Addresses linked', 'Of listed people', count(*)
    from linked_address
    where substring(owner, 1, 1) = 'p'
    having count(*) > 0
    union all
    select 601, 'Links', 'Addresses linked', 'Of contacts', count(*)
    from linked_address
    where substring(owner, 1, 1) = 'c'
    having count(*) > 0
    union all
    select 700, 'Data', 'Days of data', null, count(*) from find_days
    union all
    select 1000 + place, 'Unmatched domains', domain, null, email_count
    from order_domains
    where place <= 50
)

select
    section as Section,
    item as Item,
    reason as Reason,
    row_count as Count,
    place,
    case reason
        when 'A user' then 1
        when 'No address' then 1
        when 'No usable time' then 1
        when 'Cancelled' then 1
        when 'Not an address' then 2
        when 'No usable sender' then 2
        when 'No usable organizer' then 2
        when 'No such account' then 3
        when 'The sender is a group' then 3
        when 'The organizer is a group' then 3
        when 'A colleague' then 4
        when 'Private' then 4
        when 'A group' then 5
        when 'Outside the window' then 5
        when 'A listed person' then 6
        when 'In no directory' then 6
        when 'Bulk' then 6
        when 'Excluded' then 7
        when 'A guest: selects nobody' then 7
        when 'Account disabled' then 7
        when 'Excluded: selects nobody' then 8
        when 'No Exchange license' then 8
        else 9
    end as reason_place
from count_all
