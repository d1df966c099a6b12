namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>Whether the model may be asked, as staff have set it.</summary>
internal sealed class ModelSwitch
{
    private volatile bool isOff;

    public bool IsOn => !isOff;

    public void Set(bool on) => isOff = !on;
}
