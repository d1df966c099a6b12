namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Addresses that a page may link to.</summary>
internal static class WebAddress
{
    /// <summary>The address; empty when it isn't one that a browser opens: a record can't bring "javascript:".</summary>
    public static string Of(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.UserInfo.Length == 0 ? url.ToString() : "";
}
