namespace TransformingLives.CaseBridge.Outbox;

/// <summary>The kinds of work, as they stand in the outbox.</summary>
public static class WorkKind
{
    /// <summary><see cref="CaseWork.SubmitReferral"/>.</summary>
    public const string Referral = "referral";

    /// <summary><see cref="CaseWork.RaiseAlert"/>.</summary>
    public const string Alert = "alert";

    /// <summary><see cref="CaseWork.CheckIn"/>.</summary>
    public const string CheckIn = "check_in";

    /// <summary><see cref="CaseWork.SendText"/>.</summary>
    public const string Text = "text";

    /// <summary><see cref="CaseWork.ReadBack"/>.</summary>
    public const string ReadBack = "read_back";

    /// <summary><see cref="CaseWork.RemoveOld"/>.</summary>
    public const string RemoveOld = "remove_old";

    /// <summary><see cref="CaseWork.TellProgress"/>.</summary>
    public const string Progress = "progress";

    /// <summary><see cref="CaseWork.TellDesk"/>.</summary>
    public const string Desk = "desk";
}
