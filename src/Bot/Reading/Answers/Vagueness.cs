namespace TransformingLives.Bot.Reading.Answers;

/// <summary>Amounts that are no amount: ranges, limits, "a few". One of these and nothing is recorded.</summary>
internal static class Vagueness
{
    /// <summary>A limit or a guess with no figure.</summary>
    public static bool IsIn(string line) => Words.HasAny(
        line,
        "between", "at least", "at most", "more than", "less than", "fewer than", "up to", "over", "under", "above", "below", "nearly", "almost", "getting on for", "pushing", "approaching", "just short", "no more than", "or more", "or less", "or so many", "upwards", "minimum", "maximum",
        "a few", "few", "several", "some", "lots", "loads", "many", "too many", "plenty", "hundreds", "thousands", "odd", "or so", "dozens", "depends", "varies", "it varies", "different", "anything from", "anywhere from", "somewhere", "give or take",
        "if", "used to", "used to be", "maybe", "perhaps", "might", "possibly", "either", "or", "to", "not", "dont", "never had", "wasnt", "isnt");

    /// <summary>None at all.</summary>
    public static bool IsNone(string line) => Words.HasAny(
        line,
        "none", "no", "nil", "zero", "nothing", "nowt", "nought", "not any", "never", "nobody", "no one", "noone", "not one", "not a one", "not a penny", "not a bean", "havent any", "havent got any", "havent had any", "hasnt had any", "dont have any", "dont get any", "doesnt get any", "doesnt have any", "not had any", "havent", "hasnt", "bugger all", "sod all", "naff all", "skint", "zilch", "zip", "not a sausage", "not a soul");
}
