using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Drop;

/// <summary>
/// Puts each referral into a folder of its own, as JSON and as a document to print. The folder appears under its name at once and whole. What was put
/// there is remembered beside it, so that a referral that was collected already doesn't come again when our own note of it was lost.
/// </summary>
internal sealed class DropCaseSystem(IOptions<DropOptions> options) : ICaseSystem
{
    /// <summary>Where it is remembered what was put there. Whoever collects leaves it alone.</summary>
    public const string Remembered = ".handed-over";

    /// <summary>Where a folder is filled, before it appears.</summary>
    public const string UnderWay = ".under-way";

    public string Name => "folder";

    public bool TellsStatus => false;

    private string Root => options.Value.Folder;

    public async Task<DeliveryResult> SendAsync(Referral referral, CancellationToken cancellationToken)
    {
        try
        {
            return await PutAsync(referral, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DeliveryResult.Failed($"The folder for referrals can't be written to: {exception.Message}");
        }
    }

    public Task<CaseStatus?> ReadStatusAsync(Referral referral, CancellationToken cancellationToken) => Task.FromResult<CaseStatus?>(null);

    private async Task<DeliveryResult> PutAsync(Referral referral, CancellationToken cancellationToken)
    {
        var json = ReferralJson.Write(referral);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
        var name = FormattableString.Invariant($"{referral.Reference}-{referral.Revision}-{version}");
        var (filled, note) = (Path.Combine(Root, UnderWay, name), Path.Combine(Root, Remembered, name));
        if (!File.Exists(note))
        {
            Directory.CreateDirectory(filled);
            Directory.CreateDirectory(Path.Combine(Root, Remembered));
            await WriteAsync(Path.Combine(filled, "referral.json"), json, cancellationToken);
            await WriteAsync(Path.Combine(filled, "referral.html"), ReferralDocument.Html(referral), cancellationToken);

            // From here on it counts as handed over: only the move is left, and whoever finds the note makes up for it.
            await WriteAsync(note, "", cancellationToken);
        }

        if (Directory.Exists(filled))
        {
            Directory.Move(filled, Path.Combine(Root, name));
        }

        return new DeliveryResult.Taken(name);
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
