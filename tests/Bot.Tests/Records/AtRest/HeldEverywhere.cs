using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Tests.Records.AtRest;

/// <summary>Somebody of whom something is held in every table that knows anything of people.</summary>
internal static class HeldEverywhere
{
    /// <summary>Their name.</summary>
    public const string Canary = "Persephone Quillfeather";

    /// <summary>Their number.</summary>
    public const string Number = "+447700900471";

    /// <summary>What is held of them, word by word.</summary>
    public static readonly string[] Words =
    [
        "Quillfeather", "marmalade", "takes my pension", "01632 960123", "CB1 1AA", "Washing", "%PDF-letter", "letter.pdf", "447700900471", "worried son", "stairlift", "29:edna",
        "about sarcoidosis", "needs a ramp", "was well when seen", "Hot lunches",
    ];

    public static CouncilSettings Council { get; } = CouncilSettingsLoader.Load("council.yaml", File.ReadAllText(Path.Combine(Testing.TestCouncil.Content, "council.yaml")), [])!;

    /// <summary>The conversation, and the reference of their referral.</summary>
    public static async Task<(string Conversation, string Reference)> MakeAsync(RecordsNode node)
    {
        var (conversation, reference) = await node.EdnaAsync(node.Clock.GetUtcNow(), Canary);
        await node.HeldElsewhereAsync(conversation);
        await node.Addresses.LinkAsync("sms", Number, conversation, isVerified: true, null);
        await node.Texts.AddAsync($"t{conversation}", conversation, "sms", Number, "We ring you about sarcoidosis.");
        var referral = (await node.Cases.FindReferralAsync(reference, default))!.Referral.Id;
        await node.Cases.ChangeCaseAsync(referral, new CaseChange { Words = "was well when seen" }, "Sam Field");
        await node.Cases.AddTaskAsync(referral, new CaseTask(Guid.NewGuid(), "needs a ramp", null, null, null));
        await node.Cases.SavePlanAsync(referral, [new PlanLine("Hot lunches", "Eating well", 12.50m, "council")]);
        return (conversation, reference);
    }
}
