using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting.Importing;

/// <summary>Tells how far an import is, a line now and then, so that nobody wonders.</summary>
internal sealed class ProgressLines(TextWriter to, TimeProvider clock) : IProgress<ImportProgress>
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private readonly Lock sync = new();
    private long last = clock.GetTimestamp();

    public void Report(ImportProgress value)
    {
        lock (sync)
        {
            if (clock.GetElapsedTime(last) < Between && value.Done != value.Of)
            {
                return;
            }

            last = clock.GetTimestamp();
            to.WriteLine($"  {(value.Stage == ImportStage.Reading ? "read" : "checked")} {value.Done:N0}{(value.Of is { } all ? $" of {all:N0}" : "")} services");
        }
    }
}
