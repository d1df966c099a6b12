namespace TransformingLives.Bot.Reading.Facts;

/// <summary>What can be said in passing. A question of a form names the fact that fills it (<c>fact:</c> in <c>content/forms</c>).</summary>
public static class FactIds
{
    /// <summary>Who it is about: <c>me</c>, <c>other</c> or <c>both</c>.</summary>
    public const string AboutWho = "about_who";

    /// <summary>What the person who needs help is to the one who writes: "wife", "mother and father".</summary>
    public const string PersonIs = "person.is";

    /// <summary>What the one who writes is to the person: "husband or wife", "neighbour".</summary>
    public const string Relation = "contact.relation";

    /// <summary>Name of the person who needs help.</summary>
    public const string PersonName = "person.name";

    /// <summary>Name of the one who writes.</summary>
    public const string SpeakerName = "speaker.name";

    /// <summary>Name of the one who gets in touch about somebody else.</summary>
    public const string ContactName = "contact.name";

    /// <summary>Age in years of the person who needs help.</summary>
    public const string PersonAge = "person.age";

    /// <summary>Age in years of the one who writes.</summary>
    public const string SpeakerAge = "speaker.age";

    /// <summary>Date of birth of the person who needs help.</summary>
    public const string PersonBorn = "person.date_of_birth";

    /// <summary>Date of birth of the one who writes.</summary>
    public const string SpeakerBorn = "speaker.date_of_birth";

    /// <summary>An illness or a disability; one fact for each.</summary>
    public const string Condition = "person.conditions";

    /// <summary>Lives alone.</summary>
    public const string LivesAlone = "person.lives_alone";

    /// <summary>Knows that somebody gets in touch about them.</summary>
    public const string PersonKnows = "person.knows";

    /// <summary>What somebody wants, in their own words.</summary>
    public const string Wants = "person.wants";

    /// <summary>What somebody does not want.</summary>
    public const string NotWanted = "person.not_wanted";

    /// <summary>What somebody can do, does, or did.</summary>
    public const string Strength = "person.strengths";

    /// <summary>What somebody likes.</summary>
    public const string Likes = "person.likes";

    /// <summary>What somebody dislikes, or what upsets them.</summary>
    public const string Dislikes = "person.dislikes";

    /// <summary>Who is around, or that nobody is.</summary>
    public const string Network = "network";

    /// <summary>A named helper.</summary>
    public const string Helper = "network.name";

    /// <summary>What the helper does.</summary>
    public const string HelperDoes = "helper.does";

    /// <summary>"I'm not her carer."</summary>
    public const string NotACarer = "helper.not_a_carer";

    /// <summary>The nights are broken.</summary>
    public const string Nights = "helper.nights";

    /// <summary>The place where the person is.</summary>
    public const string Place = "place";

    /// <summary>A phone number to be rung on.</summary>
    public const string Phone = "contact.phone";

    /// <summary>When to ring, when not, whom not to ring.</summary>
    public const string PhoneNotes = "contact.phone_notes";

    /// <summary>An e-mail address.</summary>
    public const string Email = "contact.email";

    /// <summary>How to get in touch: <c>phone</c>, <c>email</c>, <c>text</c> or <c>letter</c>.</summary>
    public const string Way = "contact.way";

    /// <summary>How a budget should be held: <c>direct_payment</c>, <c>council_managed</c>, <c>third_party</c> or <c>someone_else</c>.</summary>
    public const string Holding = "budget.holding";
}
