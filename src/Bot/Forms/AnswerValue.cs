using System.Text.Json.Serialization;

namespace TransformingLives.Bot.Forms;

/// <summary>The value of an answer. Closed: a reader gives one of these or none.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(YesNoValue), "yes_no")]
[JsonDerivedType(typeof(ChoiceValue), "choice")]
[JsonDerivedType(typeof(ChoicesValue), "choices")]
[JsonDerivedType(typeof(TextValue), "text")]
[JsonDerivedType(typeof(DateValue), "date")]
[JsonDerivedType(typeof(NumberValue), "number")]
[JsonDerivedType(typeof(FrequencyValue), "frequency")]
[JsonDerivedType(typeof(MoneyValue), "money")]
[JsonDerivedType(typeof(PhoneValue), "phone")]
[JsonDerivedType(typeof(SkippedValue), "skipped")]
public abstract record AnswerValue
{
    private protected AnswerValue()
    {
    }
}

/// <summary>Yes or no.</summary>
public sealed record YesNoValue(bool Yes) : AnswerValue;

/// <summary>The id of the one option chosen.</summary>
public sealed record ChoiceValue(string Option) : AnswerValue;

/// <summary>The ids of the options chosen, in the form's order.</summary>
public sealed record ChoicesValue(IReadOnlyList<string> Options) : AnswerValue
{
    /// <inheritdoc/>
    public bool Equals(ChoicesValue? other) => other is not null && Options.SequenceEqual(other.Options);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.Count;
}

/// <summary>Words; also names, e-mail addresses, postcodes ("CB6 1AB") and addresses, in their normal form.</summary>
public sealed record TextValue(string Text) : AnswerValue;

/// <summary>A day.</summary>
public sealed record DateValue(DateOnly Day) : AnswerValue;

/// <summary>A number.</summary>
public sealed record NumberValue(decimal Number) : AnswerValue;

/// <summary>So many times in every so many days, weeks, months or years. Unit is <c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
public sealed record FrequencyValue(decimal Times, decimal Every, string Unit) : AnswerValue;

/// <summary>Pounds per <c>hour</c>, <c>week</c>, <c>four_weeks</c>, <c>month</c>, <c>year</c> or <c>once</c>.</summary>
public sealed record MoneyValue(decimal Amount, string Per) : AnswerValue;

/// <summary>A UK phone number: digits only, national form with the leading 0.</summary>
public sealed record PhoneValue(string Digits) : AnswerValue
{
    /// <summary>A text can go to it.</summary>
    public bool IsMobile() => Digits.Length == 11 && Digits.StartsWith("07", StringComparison.Ordinal);

    /// <summary>For machines, E.164: "+447700900123".</summary>
    public string International() => Digits.StartsWith('0') ? $"+44{Digits[1..]}" : Digits;

    /// <summary>For people: "07700 900123".</summary>
    public string Printed() => Digits.Length == 11 ? $"{Digits[..5]} {Digits[5..]}" : Digits;
}

/// <summary>The person chose not to say. A skipped question stays skipped.</summary>
public sealed record SkippedValue : AnswerValue;
