namespace TransformingLives.Bot.Forms;

/// <summary>The forms that the agenda opens; each is a file of <c>content/forms</c>.</summary>
internal static class FormIds
{
    public const string FirstConversation = "first-conversation";
    public const string Needs = "needs";
    public const string Helper = "helper";
    public const string Money = "money";
    public const string PlanByText = "plan-by-text";
    public const string ContingencyPlan = "contingency-plan";
    public const string SupportPlan = "support-plan";
    public const string CheckIn = "check-in";
    public const string Contact = "contact";
    public const string Asides = "asides";
}
