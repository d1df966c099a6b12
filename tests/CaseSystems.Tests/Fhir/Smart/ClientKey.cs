using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace TransformingLives.CaseSystems.Tests.Fhir.Smart;

/// <summary>A private key of ours in a file, as a council keeps it, and its public half, as the case system knows it.</summary>
internal sealed class ClientKey : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("client-key-").FullName;

    private ClientKey(string pem, JsonWebKey known)
    {
        Known = known;
        File.WriteAllText(Path, pem);
    }

    public string Path => System.IO.Path.Combine(folder, "key.pem");

    public JsonWebKey Known { get; }

    public static ClientKey Rsa()
    {
        using var key = RSA.Create(2048);
        return new ClientKey(key.ExportPkcs8PrivateKeyPem(), JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(false)) { KeyId = "one" }));
    }

    public static ClientKey Curve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var point = key.ExportParameters(false).Q;
        return new ClientKey(key.ExportPkcs8PrivateKeyPem(), new JsonWebKey { Kty = "EC", Crv = "P-384", X = Base64UrlEncoder.Encode(point.X), Y = Base64UrlEncoder.Encode(point.Y), Kid = "one" });
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
