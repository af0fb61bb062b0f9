package io.rapport.model.truth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the output table; its fields in the order of its columns. */
record Row(
        String primaryKey,
        String account,
        BigDecimal score,
        long emailsToAccount,
        long emailsFromAccount,
        long meetingsFromAccount,
        long meetingsToAccount,
        long peopleOfMeetings,
        long peopleOfEmails,
        long contactsOfMeetings,
        long contactsOfEmails,
        @Nullable LocalDate engagementStart,
        @Nullable Long daysSinceLastEmail,
        @Nullable Long daysSinceLastMeeting,
        @Nullable BigDecimal averageMeeting,
        @Nullable BigDecimal averageReply,
        LocalDate start,
        String level) {

    Row withScore(BigDecimal newScore) {
        return new Row(
                primaryKey,
                account,
                newScore,
                emailsToAccount,
                emailsFromAccount,
                meetingsFromAccount,
                meetingsToAccount,
                peopleOfMeetings,
                peopleOfEmails,
                contactsOfMeetings,
                contactsOfEmails,
                engagementStart,
                daysSinceLastEmail,
                daysSinceLastMeeting,
                averageMeeting,
                averageReply,
                start,
                level);
    }

    Map<String, @Nullable Object> cells() {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("PrimaryKey", primaryKey);
        cells.put("CustomerId", account);
        cells.put("EngagementScore", score);
        cells.put("NoOfEmails_ToAccount", emailsToAccount);
        cells.put("NoOfEmails_FromAccount", emailsFromAccount);
        cells.put("NoOfMeetings_FromAccount", meetingsFromAccount);
        cells.put("NoOfMeetings_ToAccount", meetingsToAccount);
        cells.put("NoOfContactsInvolved_Meetings", peopleOfMeetings);
        cells.put("NoOfContactsInvolved_Emails", peopleOfEmails);
        cells.put("NoOfAccountContactsInvolved_Meetings", contactsOfMeetings);
        cells.put("NoOfAccountContactsInvolved_Emails", contactsOfEmails);
        cells.put("EngagementStartDate", engagementStart);
        cells.put("DaysSinceLastEmail", daysSinceLastEmail);
        cells.put("DaysSinceLastMeeting", daysSinceLastMeeting);
        cells.put("AverageDuration_Of_Meetings", averageMeeting);
        cells.put("AverageDuration_Of_AccountEmailReplies", averageReply);
        cells.put("AggregationStartDate", start);
        cells.put("AggregationLevel", level);
        return cells;
    }
}
