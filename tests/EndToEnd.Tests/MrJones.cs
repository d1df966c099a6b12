namespace TransformingLives.EndToEnd.Tests;

/// <summary>Cambridgeshire's case study (Transforming Lives, 2014): what he says, in order.</summary>
internal static class MrJones
{
    public static readonly string[] FirstConversation =
    [
        "My wife has dementia so I see to her, and I get breathless. But I'm not her carer, I'm her husband.",
        "Yes please", "Both of us", "To stay together at home", "I taught French and I still do the garden", "Our daughter, ten miles away",
        "no", "yes", "Managing but tired", "washing and nights", "None of these", "no care home",
    ];

    /// <summary>As if he did nothing: 9+7+5+4+6+6+4+0+6+7+6+0 = 60 points.</summary>
    public static readonly string[] NeedsOfMrsJones =
    [
        "Yes please",
        "I need someone to help with meals or drinks every day.", "I need someone to help me wash every day.",
        "I need some help on some days, or have accidents sometimes.", "I need someone to help me dress every day.",
        "I have had falls, or there are parts of my home I cannot use.", "I cannot keep my home clean or safe unless someone does it.",
        "I need help to see people, or I am often lonely.", "I do what I want, or this is not important to me now.",
        "I need someone with me for every trip.", "Someone has to help me most nights.",
        "I should not be left for more than an hour or two.", "I do not look after a child.", "A big difference",
    ];

    public static readonly string[] ContactDetails = ["no thanks", "no thanks", "Yes please", "Margaret Jones", "4/5/1938", "skip", "CB23 7AA", "07700 900118", "not before ten", "Yes please"];
}
