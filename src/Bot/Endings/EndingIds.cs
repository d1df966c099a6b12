using System.Collections.Immutable;
using System.Reflection;

namespace TransformingLives.Bot.Endings;

/// <summary>The ways in which the program ends a turn; each is described in <c>content/endings.yaml</c>.</summary>
internal static class EndingIds
{
    public const string Abuse = "abuse";
    public const string Answered = "answered";
    public const string AppointmentCancelled = "appointment_cancelled";
    public const string Asked = "asked";
    public const string Booked = "booked";
    public const string Busy = "busy";
    public const string CallPromised = "call_promised";
    public const string CarriedOn = "carried_on";
    public const string Concern = "concern";
    public const string ConcernFollowedUp = "concern_followed_up";
    public const string Declined = "declined";
    public const string Distress = "distress";
    public const string Estimated = "estimated";
    public const string Explained = "explained";
    public const string Failed = "failed";
    public const string GivenBack = "given_back";
    public const string HandedOver = "handed_over";
    public const string NoEstimate = "no_estimate";
    public const string NotFound = "not_found";
    public const string OfficerGone = "officer_gone";
    public const string OfficerJoined = "officer_joined";
    public const string OfficerSaid = "officer_said";
    public const string OutOfScope = "out_of_scope";
    public const string PersonAskedFor = "person_asked_for";
    public const string PlanSetGoing = "plan_set_going";
    public const string Recorded = "recorded";
    public const string Repeated = "repeated";
    public const string Reworded = "reworded";
    public const string SaidWhenDue = "said_when_due";
    public const string SmallTalk = "small_talk";
    public const string StartedAgain = "started_again";
    public const string SteppedIn = "stepped_in";
    public const string Stopped = "stopped";
    public const string SwitchedOff = "switched_off";
    public const string TimesOffered = "times_offered";
    public const string TooMany = "too_many";
    public const string Transferred = "transferred";
    public const string Unclear = "unclear";
    public const string Whispered = "whispered";
    public const string WithOfficer = "with_officer";
    public const string WrappedUp = "wrapped_up";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. typeof(EndingIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
