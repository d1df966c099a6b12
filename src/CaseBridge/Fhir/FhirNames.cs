using System.Security.Cryptography;
using System.Text;
using Hl7.Fhir.Model;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>Our identifiers at the other system. They are worked out from the referral alone, so that the same referral sent again has the same ones.</summary>
internal sealed class FhirNames(string identifierBase, Referral referral)
{
    private readonly string root = identifierBase.TrimEnd('/');

    /// <summary>The person, the same in every referral of one conversation. Never the conversation's own id: that opens the conversation.</summary>
    public Identifier Person(string who) => new($"{root}/id/person", Hashed($"{referral.ConversationId}/{who}").ToString("D"));

    /// <summary>The referral.</summary>
    public Identifier Referral => new($"{root}/id/referral", referral.Id.ToString("D"));

    /// <summary>The reference that the resident keeps.</summary>
    public Identifier Reference => new($"{root}/id/reference", referral.Reference);

    /// <summary>All that was asked for in one conversation: FHIR's shared identifier of requests that were authorised together.</summary>
    public Identifier AskedTogether => new($"{root}/id/asked-together", Hashed($"{referral.ConversationId}/asked-together").ToString("D"));

    /// <summary>A part of the referral: its task, its estimate, …</summary>
    public Identifier Part(string name) => new($"{root}/id/{name}", referral.Id.ToString("D"));

    /// <summary>A part of which there may be several.</summary>
    public Identifier Part(string name, string which) => new($"{root}/id/{name}", $"{referral.Id:D}.{which}");

    /// <summary>A team.</summary>
    public Identifier Team(string team) => new($"{root}/id/team", team);

    /// <summary>This program.</summary>
    public Identifier Device => new($"{root}/id/device", "assistant");

    /// <summary>One of our codes.</summary>
    public CodeableConcept Code(string system, string code, string text) => new($"{root}/CodeSystem/{system}", code, text) { Text = text };

    /// <summary>Canonical address of a questionnaire.</summary>
    public string Questionnaire(string form) => $"{root}/Questionnaire/{form}";

    /// <summary>The link inside the bundle to what has this identifier: lower case, as the specification wants it.</summary>
    public static string Link(Identifier identifier) => $"urn:uuid:{Hashed($"{identifier.System}|{identifier.Value}"):D}";

    /// <summary>The condition of a conditional create: what stands after the question mark.</summary>
    public static string Condition(Identifier identifier) => $"identifier={Uri.EscapeDataString(identifier.System!)}%7C{Uri.EscapeDataString(identifier.Value!)}";

    private static Guid Hashed(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16).ToArray();

        // Version 8 of RFC 9562: made from a hash of one's own choosing.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
