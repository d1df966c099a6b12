using Microsoft.AspNetCore.Antiforgery;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Forms of our own pages.</summary>
internal static class OwnForm
{
    /// <summary>It comes from a page of ours in this browser. A form that can't be read does not.</summary>
    public static async Task<bool> IsOwnAsync(HttpContext http, IAntiforgery antiforgery)
    {
        try
        {
            return http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception exception) when (exception is InvalidDataException or AntiforgeryValidationException)
        {
            return false;
        }
    }
}
