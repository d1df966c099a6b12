using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Something that is looked at or done at the desk, and who may.</summary>
/// <param name="Id">Its name, unique; also in the audit trail.</param>
/// <param name="Roles">Who may.</param>
/// <param name="ShowsPerson">It shows a person's data, so every use of it goes into the audit trail.</param>
/// <param name="CanWait">Figures and lists that many rows are read for: while residents wait to be answered, it waits too.</param>
/// <param name="IsByItself">An open page asks for it by itself: it does not count as use, and keeps nobody signed in.</param>
internal sealed record DeskAction(string Id, ImmutableArray<string> Roles, bool ShowsPerson = false, bool CanWait = false, bool IsByItself = false);

/// <summary>The matrix of every page and action against every role. A page or action that is not here can't be reached: see <see cref="DeskAccess"/>.</summary>
internal static class DeskActions
{
    private static readonly ImmutableArray<string> Staff = [DeskRole.Officer, DeskRole.Supervisor];

    public static readonly DeskAction Home = new("home", DeskRole.All);
    public static readonly DeskAction SeeOwnSessions = new("see_own_sessions", DeskRole.All);
    public static readonly DeskAction EndOwnSessions = new("end_own_sessions", DeskRole.All);
    public static readonly DeskAction StaySignedIn = new("stay_signed_in", DeskRole.All);
    public static readonly DeskAction SeeSessions = new("see_sessions", [DeskRole.Administrator]);
    public static readonly DeskAction EndSessions = new("end_sessions", [DeskRole.Administrator]);
    public static readonly DeskAction SeeQueue = new("see_queue", Staff, ShowsPerson: true);
    public static readonly DeskAction Listen = new("listen", Staff, ShowsPerson: true, IsByItself: true);
    public static readonly DeskAction SeeConversation = new("see_conversation", Staff, ShowsPerson: true);
    public static readonly DeskAction SeeFile = new("see_file", Staff, ShowsPerson: true);
    public static readonly DeskAction Accept = new("accept", Staff);
    public static readonly DeskAction Say = new("say", Staff);
    public static readonly DeskAction Whisper = new("whisper", Staff);
    public static readonly DeskAction SendAnswer = new("send_answer", Staff);
    public static readonly DeskAction Transfer = new("transfer", Staff);
    public static readonly DeskAction GiveBack = new("give_back", Staff);
    public static readonly DeskAction WrapUp = new("wrap_up", Staff);
    public static readonly DeskAction PromiseCall = new("promise_call", Staff);
    public static readonly DeskAction OfferTimes = new("offer_times", Staff);
    public static readonly DeskAction Book = new("book", Staff);
    public static readonly DeskAction SeeAppointments = new("see_appointments", Staff, ShowsPerson: true);
    public static readonly DeskAction CancelAppointment = new("cancel_appointment", Staff);
    public static readonly DeskAction SaveCalendar = new("save_calendar", Staff);
    public static readonly DeskAction ReadBusy = new("read_busy", [DeskRole.Supervisor]);
    public static readonly DeskAction SeeReferrals = new("see_referrals", Staff, ShowsPerson: true);
    public static readonly DeskAction SeeReferral = new("see_referral", Staff, ShowsPerson: true);
    public static readonly DeskAction SignOffPlan = new("sign_off_plan", [DeskRole.Supervisor]);
    public static readonly DeskAction TakeAlert = new("take_alert", Staff);
    public static readonly DeskAction SendAgain = new("send_again", [DeskRole.Supervisor]);

    public static readonly DeskAction SeeFloor = new("see_floor", [DeskRole.Supervisor]);
    public static readonly DeskAction FollowFloor = new("follow_floor", [DeskRole.Supervisor], IsByItself: true);
    public static readonly DeskAction StepIn = new("step_in", [DeskRole.Supervisor]);
    public static readonly DeskAction SeeReviews = new("see_reviews", [DeskRole.Supervisor], CanWait: true);
    public static readonly DeskAction SeeReview = new("see_review", [DeskRole.Supervisor], ShowsPerson: true);
    public static readonly DeskAction SaveReview = new("save_review", [DeskRole.Supervisor]);
    public static readonly DeskAction SeeReturns = new("see_returns", [DeskRole.Supervisor], CanWait: true);
    public static readonly DeskAction SaveReturns = new("save_returns", [DeskRole.Supervisor], ShowsPerson: true, CanWait: true);
    public static readonly DeskAction SeeFigures = new("see_figures", [DeskRole.Manager, DeskRole.Supervisor], CanWait: true);
    public static readonly DeskAction SaveFigures = new("save_figures", [DeskRole.Manager, DeskRole.Supervisor], CanWait: true);
    public static readonly DeskAction SeeCalibration = new("see_calibration", [DeskRole.Manager]);
    public static readonly DeskAction TryTable = new("try_table", [DeskRole.Manager], CanWait: true);
    public static readonly DeskAction SeeTrial = new("see_trial", [DeskRole.Manager]);
    public static readonly DeskAction FollowTrial = new("follow_trial", [DeskRole.Manager], IsByItself: true);
    public static readonly DeskAction SaveSuggestedTable = new("save_suggested_table", [DeskRole.Manager]);
    public static readonly DeskAction SeeAudit = new("see_audit", [DeskRole.Administrator, DeskRole.Auditor], CanWait: true);
    public static readonly DeskAction SeeModel = new("see_language_model", [DeskRole.Administrator, DeskRole.Manager]);
    public static readonly DeskAction SwitchModel = new("switch_language_model", [DeskRole.Administrator]);
    public static readonly DeskAction SeeStatus = new("see_status", DeskRole.All);
    public static readonly DeskAction SeeSwitches = new("see_switches", [DeskRole.Administrator, DeskRole.Manager]);
    public static readonly DeskAction TurnOff = new("turn_off", [DeskRole.Administrator]);
    public static readonly DeskAction TurnOn = new("turn_on", [DeskRole.Administrator]);
    public static readonly DeskAction SeeUnanswered = new("see_unanswered", [DeskRole.Author, DeskRole.Manager], CanWait: true);
    public static readonly DeskAction DealWithUnanswered = new("deal_with_unanswered", [DeskRole.Author]);

    public static readonly DeskAction SeeContent = new("see_content", [DeskRole.Author]);
    public static readonly DeskAction EditContent = new("edit_content", [DeskRole.Author]);
    public static readonly DeskAction CheckContent = new("check_content", [DeskRole.Author]);
    public static readonly DeskAction LookAtContent = new("look_at_content", [DeskRole.Author]);
    public static readonly DeskAction PublishContent = new("publish_content", [DeskRole.Author]);

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DeskAction> All { get; } =
        [.. typeof(DeskActions).GetFields().Where(field => field.FieldType == typeof(DeskAction)).Select(field => (DeskAction)field.GetValue(null)!)];

    /// <summary>This person may do this.</summary>
    public static bool May(this System.Security.Claims.ClaimsPrincipal person, DeskAction action) => action.Roles.Any(person.IsInRole);
}
