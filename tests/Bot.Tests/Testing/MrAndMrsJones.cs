
namespace TransformingLives.Bot.Tests.Testing;

/// <summary>Cambridgeshire's case study: an old teacher who sees to his wife, and what he answers when he is asked.</summary>
internal static class MrAndMrsJones
{
    public const string Opening = "My wife Margaret has dementia and I help her all day. I'm no carer, I'm her husband.";

    /// <summary>The first conversation, and nothing after it.</summary>
    public static readonly TestResident AtFirst = new(
        ("offer.first_conversation", "Yes please"), ("about_who", "Both of us"), ("where", "CB23"), ("what_matters", "To stay together at home"),
        ("network", "Our daughter, ten miles away"), ("nights", "yes"), ("helper_coping", "Managing but tired"), ("strengths", "I taught French and I still do the garden"),
        ("wants_help_with", "washing and nights"), ("recent_changes", "None of these"), ("tried", "no care home"));

    /// <summary>With his wife's needs, as if he did nothing: 9+7+5+4+6+6+4+0+6+7+6+0 = 60 points.</summary>
    public static readonly TestResident ToTheBudget = AtFirst.But(
        ("offer.estimate", "Yes please"),
        ("needs_eating", "I need someone to help with meals or drinks every day."), ("needs_washing", "I need someone to help me wash every day."),
        ("needs_toilet", "I need some help on some days, or have accidents sometimes."), ("needs_dressing", "I need someone to help me dress every day."),
        ("needs_moving", "I have had falls, or there are parts of my home I cannot use."), ("needs_home", "I cannot keep my home clean or safe unless someone does it."),
        ("needs_company", "I need help to see people, or I am often lonely."), ("needs_work", "I do what I want, or this is not important to me now."),
        ("needs_out", "I need someone with me for every trip."), ("needs_nights", "Someone has to help me most nights."),
        ("needs_safe", "I should not be left for more than an hour or two."), ("needs_children", "I do not look after a child."),
        ("needs_because", "yes"), ("needs_difference", "A big difference"));

    /// <summary>Without a sum of money, to a referral with all that is asked for it.</summary>
    public static readonly TestResident ToTheEnd = ToTheBudget.But(
        ("offer.money", "no thanks"), ("offer.helper", "no thanks"), ("arrange", "Yes please"),
        ("contact_phone", "07700 900118"), ("contact_when", "not before ten"), ("person_name", "Margaret Jones"), ("contact_name", "Arthur Jones"),
        ("person_date_of_birth", "4/5/1938"), ("person_postcode", "CB23 7AA"));
}
