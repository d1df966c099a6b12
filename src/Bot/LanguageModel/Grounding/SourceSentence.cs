namespace TransformingLives.Bot.LanguageModel.Grounding;

/// <summary>One sentence that may be said, because the council's own guides or records say it.</summary>
/// <param name="Number">From 1; what a wording refers to.</param>
/// <param name="Text">The sentence, without markup.</param>
/// <param name="Section">Sentences of one section follow each other; words such as "it" reach back no further.</param>
/// <param name="IsPlain">It is part of the plain answer.</param>
internal sealed record SourceSentence(int Number, string Text, int Section, bool IsPlain);
