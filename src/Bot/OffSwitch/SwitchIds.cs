using System.Collections.Immutable;

namespace TransformingLives.Bot.OffSwitch;

/// <summary>What can be turned off. A channel has the name that its conversations have.</summary>
public static class SwitchIds
{
    /// <summary>The assistant, on every channel.</summary>
    public const string Assistant = "assistant";

    /// <summary>Indicative budgets, and what people may have to pay towards them.</summary>
    public const string Estimates = "estimates";

    /// <summary>The language model, where a council has one.</summary>
    public const string LanguageModel = "language_model";

    /// <summary>Everywhere but in some areas.</summary>
    public const string Pilot = "pilot";

    /// <summary>Each with its name for staff. <see cref="Pilot"/> is set by itself, with its areas.</summary>
    public static ImmutableArray<(string Id, string Label)> All { get; } =
    [
        (Assistant, "The whole assistant"), ("web", "The web page"), ("directline", "Direct Line (apps and chat windows of others)"), ("sms", "Text messages"), ("whatsapp", "WhatsApp"),
        ("voice", "Phone calls"), ("connector", "Azure Bot Service connector (Teams and others)"), (Estimates, "Indicative budgets"), (LanguageModel, "The language model"),
    ];

    /// <summary>Its name for staff.</summary>
    public static string Label(string id) => id == Pilot ? "Everywhere but in the pilot areas" : All.FirstOrDefault(one => one.Id == id).Label ?? id;
}
