-- one row per account: its year, the words that are true of it, and the numbers that those words are made of
-- reads engagement, earlier (the same of the run before, empty where there was none), relation, customer, moment
with place_moment as (
    select
        as_of,
        cast(date_trunc('week', as_of) as date) as this_week,
        cast(case
            when last_day(as_of) = as_of then date_trunc('month', as_of)
            else date_trunc('month', as_of) - interval 1 month
        end as date) as last_month
    from moment
),

name_accounts as (
    select account_id, arg_min(account_name, row_number) as account_name
    from customer
    where account_id is not null
    group by account_id
),

take_year as (
    select *
    from engagement
    where AggregationLevel = 'year'
),

take_weeks as (
    select
        e.CustomerId as account_id,
        date_diff('week', m.this_week, e.AggregationStartDate) + 26 as place,
        e.AggregationStartDate as week_start,
        e.NoOfEmails_ToAccount + e.NoOfEmails_FromAccount
            + 3 * (e.NoOfMeetings_ToAccount + e.NoOfMeetings_FromAccount) as activity
    from engagement as e
    cross join place_moment as m
    where e.AggregationLevel = 'week'
        and e.AggregationStartDate >= m.this_week - interval 26 week
        and e.AggregationStartDate < m.this_week
),

sum_weeks as (
    select
        account_id,
        count(*) as active_weeks,
        median(activity) as usual_week,
        coalesce(sum(activity) filter (where place >= 22), 0) as late_activity,
        max(week_start) filter (where place < 22) as last_usual_week,
        string_agg(place || ':' || activity, ' ' order by place) as weeks
    from take_weeks
    where activity > 0
    group by account_id
),

sum_months as (
    select
        e.CustomerId as account_id,
        coalesce(max(e.EngagementScore) filter (where e.AggregationStartDate = m.last_month), 0) as month_score,
        coalesce(sum(e.EngagementScore) filter (where e.AggregationStartDate < m.last_month), 0) / 3
            as usual_month_score
    from engagement as e
    cross join place_moment as m
    where e.AggregationLevel = 'month'
        and e.AggregationStartDate >= m.last_month - interval 3 month
        and e.AggregationStartDate <= m.last_month
    group by e.CustomerId
),

take_earlier as (
    select
        CustomerId as account_id,
        EngagementScore as score,
        DaysSinceLastEmail > 60 and DaysSinceLastMeeting > 60 as is_stale
    from earlier
    where AggregationLevel = 'year'
),

join_all as (
    select
        y.CustomerId as account_id,
        coalesce(n.account_name, y.CustomerId) as account_name,
        cast(y.EngagementScore as double) as score,
        cast(b.score as double) as score_before,
        y.NoOfEmails_ToAccount as emails_to_account,
        y.NoOfEmails_FromAccount as emails_from_account,
        y.NoOfMeetings_ToAccount as meetings_to_account,
        y.NoOfMeetings_FromAccount as meetings_from_account,
        y.NoOfEmails_ToAccount + y.NoOfEmails_FromAccount as emails,
        y.NoOfMeetings_ToAccount + y.NoOfMeetings_FromAccount as meetings,
        y.DaysSinceLastEmail as days_since_email,
        y.DaysSinceLastMeeting as days_since_meeting,
        y.NoOfContactsInvolved_Meetings as people_in_meetings,
        y.NoOfContactsInvolved_Emails as people_in_emails,
        y.NoOfAccountContactsInvolved_Meetings as contacts_in_meetings,
        y.NoOfAccountContactsInvolved_Emails as contacts_in_emails,
        y.EngagementStartDate as engagement_start,
        cast(y.AverageDuration_Of_Meetings as double) as meeting_minutes,
        cast(y.AverageDuration_Of_AccountEmailReplies as double) as reply_minutes,
        y.AggregationStartDate as aggregation_start,
        coalesce(w.active_weeks, 0) as active_weeks,
        coalesce(w.usual_week, 0) as usual_week,
        cast(coalesce(w.late_activity, 0) as bigint) as late_activity,
        w.last_usual_week,
        coalesce(w.weeks, '') as weeks,
        cast(coalesce(s.month_score, 0) as double) as month_score,
        cast(coalesce(s.usual_month_score, 0) as double) as usual_month_score,
        coalesce(y.DaysSinceLastEmail > 60 and y.DaysSinceLastMeeting > 60, false) as is_stale,
        coalesce(b.is_stale, false) as was_stale,
        coalesce(r.event_count, 0) as relation_events,
        coalesce(r.most_of_person, 0) as most_of_person,
        coalesce(r.most_of_contact, 0) as most_of_contact,
        coalesce(r.new_contact_count, 0) as new_contacts,
        coalesce(r.lost_contact_count, 0) as lost_contacts
    from take_year as y
    left join name_accounts as n on n.account_id = y.CustomerId
    left join sum_weeks as w on w.account_id = y.CustomerId
    left join sum_months as s on s.account_id = y.CustomerId
    left join take_earlier as b on b.account_id = y.CustomerId
    left join relation as r on r.account_id = y.CustomerId
),

judge_accounts as (
    select
        *,
        strip_accents(lower(account_name)) as sort_name,
        strip_accents(lower(account_name || ' ' || account_id)) as search_text,
        least(days_since_email, days_since_meeting) as days_silent,
        days_since_email is null and days_since_meeting is null as is_never_engaged,
        active_weeks >= 6 and late_activity <= usual_week as is_going_quiet,
        month_score - usual_month_score >= 15 as is_rising,
        usual_month_score - month_score >= 15 as is_falling,
        emails >= 5 and meetings = 0 and least(emails_to_account, emails_from_account) * 10 < emails as is_one_way,
        was_stale and not is_stale as is_revived,
        relation_events >= 10 and most_of_person * 5 >= relation_events * 4 as is_single_threaded_ours,
        relation_events >= 10 and most_of_contact * 5 >= relation_events * 4 as is_single_threaded_theirs,
        new_contacts > 0 as has_new_contacts,
        lost_contacts > 0 as has_lost_contacts
    from join_all
)

select * from judge_accounts
