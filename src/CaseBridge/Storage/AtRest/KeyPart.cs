namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>What of a person's a key seals. What the law may keep when somebody is erased has a key of its own, so that the rest can go.</summary>
public enum KeyPart
{
    /// <summary>What was said, sent and noted.</summary>
    Said = 0,

    /// <summary>Referrals, and the work that carries them.</summary>
    Referrals = 1,

    /// <summary>Alerts to staff.</summary>
    Alerts = 2,

    /// <summary>Nobody's: the database's own, for what has to be found by its words.</summary>
    Store = 9,
}
