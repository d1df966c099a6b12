using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Sessions;

namespace TransformingLives.Bot.Records;

/// <summary>One kind of record that the program keeps.</summary>
/// <param name="What">What it is, and of whom.</param>
/// <param name="Why">What it is for.</param>
/// <param name="Where">Tables of the database, or folders of the data.</param>
/// <param name="Kind">The rule of <c>council.yaml</c> that says how long; null when <paramref name="Until"/> does.</param>
/// <param name="Until">How long, where it is not for the council to say.</param>
internal sealed record KeptRecord(string What, string Why, ImmutableArray<string> Where, RetentionKind? Kind, string Until = "")
{
    /// <summary>All of them. A test holds this against the tables that there are.</summary>
    public static ImmutableArray<KeptRecord> All { get; } =
    [
        new("What residents and officers said, what was answered, and what was remembered of it: answers about health, home, money and helpers, concerns, consents; whether answers helped", "To answer, and to find the right help (Care Act 2014, sections 4, 9, 10)", ["conversations", "conversation_log", "answer_votes"], RetentionKind.Conversations),
        new("The queue of people who wait, how long they waited, how it ended, and reviews by supervisors", "So that an officer comes in time, and to see how well that goes", ["desk_queue", "desk_waits", "desk_outcomes", "desk_reviews"], RetentionKind.Conversations),
        new("Telephone numbers, and which conversation belongs to them", "To go on with the same conversation", ["addresses", "addresses_in_words"], RetentionKind.Conversations, "a number whose owner said STOP stays, without its conversation: that wish is kept"),
        new("What a conversation is called at Azure Bot Service or Chatwoot, and the name given there", "To answer there", ["connector_places", "chatwoot_places"], RetentionKind.Conversations),
        new("Appointments", "To meet or to ring", ["appointments", "appointment_steps"], RetentionKind.Conversations),
        new("Codes to carry on by another way, as hashes, with the number they are for", "So that nobody else carries on", ["carry_on_codes", "carry_on_tries"], null, "a day after they have run out; goes with its conversation before that"),
        new("Pictures and letters that residents sent", "To see what they mean", ["kept_files", "files/"], RetentionKind.Files),
        new("Texts that were sent, with the number they went to, their words sealed", "To send each once, and to know what became of it", ["outgoing_texts"], RetentionKind.Texts),
        new("Copies of work that was carried out: referrals, alerts, check-ins, texts on their way", "To carry each out once, and to try again", ["outbox"], RetentionKind.Work, "work that is still to be done stays until it is"),
        new("Alerts that somebody may be in danger", "To act on them (Care Act 2014, section 42)", ["register_alerts"], RetentionKind.Alerts),
        new("Referrals with the conversation up to their sending, what became of them, tasks and support plans", "To look at somebody's needs (Care Act 2014, sections 9 and 10)", ["register_referrals", "register_history", "register_tasks", "register_plans"], RetentionKind.Referrals),
        new("How often a wrong date of birth was given for a reference, by day", "So that nobody finds one by trying", ["register_attempts"], null, "no date of birth is in it; not removed by itself"),
        new("Who of staff looked at or changed what, and when, with the number of the conversation; what was removed", "To show who looked", ["audit_trail", "audit_head"], null, "not removed: an entry that is taken out breaks the chain"),
        new("Which officers are at the desk", "To know who can take a conversation", ["desk_presence"], null, "the last time that each was there"),
        new("Sign-ins of staff at the desk: who, in which kind of browser, when it began, was last used and ended, and who ended it", "To end a sign-in that should not be there any more", ["desk_sessions"], null, $"{SessionLimits.DaysKept} days after it ended"),
        new("Calls of a language model: time, prompt, tokens, verdict; nothing of what was asked or said", "To see what it costs and whether it helps", ["language_model_calls", "language_model_switch"], null, "not removed by itself; names nobody"),
        new("What is turned off, by whom and with which words; changes of content by author; unanswered questions that an author dealt with", "To run the service", ["switches", "content_changes", "unanswered_dealt_with"], null, "not removed by itself; names staff"),
        new("Keys of people, each for one conversation and what came of it, wrapped under the council's master key, which is not here; and how far an older database has been sealed", "So that who has the disk reads nobody, and an erasure reaches the back-ups", ["person_keys", "sealed_tables"], null, "the key goes with what it seals; its number stays, so that no copy brings it back"),
        new("Keys that cookies, links and sealed texts are made with", "So that nobody forges them", ["channel_keys", "keys/"], null, "renewed by themselves every 90 days; old ones stay, to open what was sealed with them"),
        new("The index of guides and services, and imported directories", "To find answers", ["index/", "directory/"], null, "nothing of residents; made anew from content and feeds"),
    ];
}
