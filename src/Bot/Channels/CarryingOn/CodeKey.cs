using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Channels.CarryingOn;

/// <summary>The key that codes are hashed with, drawn once and kept sealed: the database alone does not give a code away, although there are only so many.</summary>
internal sealed class CodeKey(StorageConnections connections, CommitQueue commits, IDataProtectionProvider protection)
{
    private const string Name = "carry-on";
    private readonly IDataProtector protector = protection.CreateProtector("carry-on-key");
    private byte[]? key;

    /// <summary>The keyed hash of a code.</summary>
    public async Task<string> HashAsync(string code, CancellationToken cancellationToken)
    {
        key ??= await FindOrDrawAsync(cancellationToken);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(code)));
    }

    private async Task<byte[]> FindOrDrawAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } known)
        {
            return known;
        }

        // Two nodes that begin at once draw two keys, and the first stored is the one that both read.
        var drawn = Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(32)));
        await commits.RunAsync(Name, (session, token) => session.Command(
                "INSERT INTO channel_keys (name, sealed) VALUES (@name, @sealed) ON CONFLICT (name) DO NOTHING", ("@name", Name), ("@sealed", drawn))
            .ExecuteNonQueryAsync(token));
        return await FindAsync(cancellationToken) ?? throw new InvalidOperationException("The key of the codes was stored and is not there.");
    }

    private async Task<byte[]?> FindAsync(CancellationToken cancellationToken)
    {
        var rows = await connections.QueryAsync("SELECT sealed FROM channel_keys WHERE name = @name", row => row.GetString(0), cancellationToken, ("@name", Name));
        if (rows.IsEmpty)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(Convert.FromBase64String(rows[0]));
        }
        catch (CryptographicException)
        {
            // The keys of the data folder are others now. Codes live for minutes: a new key harms nobody for long.
            await commits.RunAsync(Name, (session, token) => session.Command("DELETE FROM channel_keys WHERE name = @name AND sealed = @sealed", ("@name", Name), ("@sealed", rows[0])).ExecuteNonQueryAsync(token));
            return null;
        }
    }
}
