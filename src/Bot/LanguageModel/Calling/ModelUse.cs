namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>How much a call used: as the server counts, or by length where it doesn't say.</summary>
internal sealed class ModelUse
{
    private const int LettersPerToken = 4;
    private int lettersIn;
    private int lettersOut;
    private (int In, int Out)? told;

    public int TokensIn => told?.In ?? (lettersIn + LettersPerToken - 1) / LettersPerToken;

    public int TokensOut => told?.Out ?? (lettersOut + LettersPerToken - 1) / LettersPerToken;

    public void AddIn(int letters) => lettersIn += letters;

    public void AddOut(int letters) => lettersOut += letters;

    public void Told(int tokensIn, int tokensOut) => told = (Math.Max(0, tokensIn), Math.Max(0, tokensOut));
}
