namespace TransformingLives.Bot.Desk.Audit;

/// <summary>Actions of the audit trail in words for staff.</summary>
internal static class AuditWords
{
    public static string Of(string action) => action switch
    {
        "see_queue" => "Looked at the queue",
        "listen" => "Had a page open that shows news as it comes",
        "see_conversation" => "Read a conversation",
        "see_file" => "Opened a file",
        "see_appointments" => "Looked at the appointments",
        "see_review" => "Read a conversation to review it",
        "see_referrals" => "Looked at the list of referrals",
        "see_referral" => "Read a referral",
        "save_returns" => "Saved rows of the Client Level Data",
        "switch_language_model" => "Switched the language model on or off",
        "turn_off" => "Turned something off for residents",
        "turn_on" => "Turned something on again for residents",
        "sign_off_plan" => "Signed a support plan off",
        Sessions.DeskSessions.Ended => "Ended a sign-in at the desk",
        "referral.entered" => "A referral was entered",
        "case.changed" => "A case was changed",
        "person.exported" => "Gave out what is held on a person",
        "person.erased" => "Erased what is held on a person",
        "backup.made" => "Made a back-up of everything",
        "backup.restored" => "Restored a back-up",
        "progress.told" => "Told somebody what became of a referral",
        "progress.refused" => "Did not tell: the date of birth was wrong",
        "retention.removed" => "Removed what was kept for long enough",
        "content.changed" => "Changed content",
        "alert.taken" => "Took an alert",
        ViewAudit.Refused => "Tried what is not for their role",
        _ => action,
    };
}
