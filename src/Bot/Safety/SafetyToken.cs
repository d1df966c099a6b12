namespace TransformingLives.Bot.Safety;

/// <summary>One word of a message, spelled as the rules spell it.</summary>
/// <param name="Word">Lower case, without apostrophes, common misspellings put right.</param>
/// <param name="Start">Where the word begins in the message.</param>
/// <param name="End">Where it ends (exclusive).</param>
/// <param name="Sentence">Number of the sentence it stands in.</param>
/// <param name="Clause">Number of the clause: sentences are also parted by commas, dashes and joining words.</param>
internal readonly record struct SafetyToken(string Word, int Start, int End, int Sentence, int Clause);
