-- grain: one row per account, aggregation level and period
-- key: PrimaryKey
-- not null: PrimaryKey, CustomerId, EngagementScore, AggregationStartDate, AggregationLevel
-- holds: EngagementScore between 0 and 100
-- as: table
select
    r.primary_key as PrimaryKey,
    r.account_id as CustomerId,
    cast(cast(s.score_tenths as decimal(18, 0)) * 0.1 as decimal(4, 1)) as EngagementScore,
    r.email_to_count as NoOfEmails_ToAccount,
    r.email_from_count as NoOfEmails_FromAccount,
    r.meeting_from_count as NoOfMeetings_FromAccount,
    r.meeting_to_count as NoOfMeetings_ToAccount,
    r.meeting_people as NoOfContactsInvolved_Meetings,
    r.email_people as NoOfContactsInvolved_Emails,
    r.meeting_contacts as NoOfAccountContactsInvolved_Meetings,
    r.email_contacts as NoOfAccountContactsInvolved_Emails,
    r.engagement_start_date as EngagementStartDate,
    r.days_since_email as DaysSinceLastEmail,
    r.days_since_meeting as DaysSinceLastMeeting,
    r.meeting_minutes as AverageDuration_Of_Meetings,
    r.reply_minutes as AverageDuration_Of_AccountEmailReplies,
    r.period_start as AggregationStartDate,
    r.aggregation_level as AggregationLevel
from account_history as r
inner join engagement_score as s on s.primary_key = r.primary_key
