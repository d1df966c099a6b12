using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Testing.AtRest;

/// <summary>A master key that nobody's data was ever under.</summary>
internal static class TestKeys
{
    /// <summary>As it is written in settings.</summary>
    public const string Text = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=";

    /// <summary>It alone.</summary>
    public static MasterKeys Masters => MasterKeys.Of(MasterKey.Read(Text)!);
}
