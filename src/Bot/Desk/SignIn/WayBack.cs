namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Where somebody goes back to after signing in: a page of the desk, and nowhere else.</summary>
internal static class WayBack
{
    private const string Home = "/desk";
    private const string Conversations = "/desk/conversations/";

    /// <summary>The page that was asked for; for a form that was posted, the page that it belongs to as far as its address says so.</summary>
    public static string From(HttpRequest request) => (HttpMethods.IsGet(request.Method), request.Path.Value ?? "") switch
    {
        (true, var path) => To(path + request.QueryString),
        (_, var path) when path.StartsWith(Conversations, StringComparison.Ordinal) => To(string.Join('/', path.Split('/').Take(4))),
        _ => Home,
    };

    /// <summary>What somebody sent, if it is an address of the desk; its first page otherwise. No other host can be meant by what begins so.</summary>
    public static string To(string? sent) => sent is not null && sent.StartsWith("/desk/", StringComparison.Ordinal) && !sent.StartsWith("/desk/sign", StringComparison.Ordinal) && !sent.Any(sign => sign == '\\' || char.IsControl(sign)) ? sent : Home;
}
