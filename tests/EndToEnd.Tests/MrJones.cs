namespace TransformingLives.EndToEnd.Tests;

/// <summary>Cambridgeshire's case study (Transforming Lives, 2014): what he says first, and what he answers when he is asked.</summary>
internal static class MrJones
{
    public const string FirstWords = "My wife Margaret has dementia and I help her all day, and I get breathless. I'm no carer, I'm her husband.";

    public static readonly IReadOnlyDictionary<string, string> FirstConversation = new Dictionary<string, string>
    {
        ["May I ask a few questions"] = "Yes please",
        ["Who is this about"] = "Both of us",
        ["Where do"] = "CB23",
        ["What matters most"] = "To stay together at home",
        ["still do"] = "I taught French and I still do the garden",
        ["Who is around"] = "Our daughter, ten miles away",
        ["live alone"] = "no",
        ["And the nights"] = "yes",
        ["who helps most"] = "Managing but tired",
        ["like help with"] = "washing and nights",
        ["happened lately"] = "None of these",
        ["tried already"] = "no care home",
    };

    /// <summary>What is asked at the end of the first conversation.</summary>
    public static readonly string[] AskedLast = ["like help with", "happened lately", "tried already"];

    /// <summary>As if he did nothing: 9+7+5+4+6+6+4+0+6+7+6+0 = 60 points.</summary>
    public static readonly IReadOnlyDictionary<string, string> NeedsOfMrsJones = new Dictionary<string, string>
    {
        ["first guess at what support"] = "Yes please",
        ["meals and drinks"] = "I need someone to help with meals or drinks every day.",
        ["washing and bathing"] = "I need someone to help me wash every day.",
        ["using the toilet"] = "I need some help on some days, or have accidents sometimes.",
        ["getting dressed"] = "I need someone to help me dress every day.",
        ["moving about at home"] = "I have had falls, or there are parts of my home I cannot use.",
        ["looking after the home"] = "I cannot keep my home clean or safe unless someone does it.",
        ["friends and company"] = "I need help to see people, or I am often lonely.",
        ["learning or volunteering"] = "I do what I want, or this is not important to me now.",
        ["getting out and about"] = "I need someone with me for every trip.",
        ["At night"] = "Someone has to help me most nights.",
        ["staying safe"] = "I should not be left for more than an hour or two.",
        ["children that are looked after"] = "I do not look after a child.",
        ["Is this because of"] = "yes",
        ["How big a difference"] = "A big difference",
    };

    public static readonly IReadOnlyDictionary<string, string> ContactDetails = new Dictionary<string, string>
    {
        ["have to pay towards it"] = "no thanks",
        ["May I ask about you"] = "no thanks",
        ["Shall I ask"] = "Yes please",
        ["What number"] = "07700 900118",
        ["good time to ring"] = "not before ten",
        ["the name of"] = "Margaret Jones",
        ["your own name"] = "Arthur Jones",
        ["date of birth of"] = "4/5/1938",
        ["postcode of"] = "CB23 7AA",
    };

    /// <summary>Three hours of cleaning and four of somebody to sit with her; a local organisation looks after the money.</summary>
    public static readonly IReadOnlyDictionary<string, string> SupportPlan = new Dictionary<string, string>
    {
        ["make a first plan"] = "Yes please",
        ["What would you spend it on"] = "Somebody to sit with the person, Housework and shopping and A sensor or an alarm",
        ["should somebody sit"] = "4",
        ["housework and shopping"] = "3",
        ["somebody you would like to do it"] = "skip",
        ["anything else you would spend"] = "skip",
        ["should look after the money"] = "A local organisation looks after the money",
        ["help to arrange"] = "yes",
        ["Is it hard for"] = "no",
    };

    /// <summary>Who steps in when he can't be there.</summary>
    public static readonly IReadOnlyDictionary<string, string> ContingencyPlan = new Dictionary<string, string>
    {
        ["a day when the one who helps most"] = "Yes please",
        ["Who helps most now"] = "I do: washing, meals, everything",
        ["asked first to step in"] = "Our daughter Sarah, 07700 900123",
        ["What can they do"] = "Evenings and weekends, not the nights",
        ["if they can't come"] = "Jean next door, 01632 960077",
        ["do they agree"] = "yes",
        ["need somebody?"] = "All the time, day and night",
        ["What calms"] = "Old songs, and tea in her blue cup",
        ["What upsets"] = "Strangers who talk loudly, and being hurried",
        ["always is?"] = "Breakfast at eight, to bed at nine",
        ["should not happen"] = "No care home, she would be frightened",
        ["What medicines"] = "White tablets, morning and night, in the kitchen drawer",
        ["Who has a key"] = "Sarah has a key, and Jean",
        ["Who else should be told"] = "Dr Hill's surgery",
    };
}
