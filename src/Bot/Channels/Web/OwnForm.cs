using Microsoft.AspNetCore.Antiforgery;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Forms of our own pages.</summary>
internal static class OwnForm
{
    /// <summary>In bytes: 10,000 signs of any script, encoded, and the rest of it.</summary>
    private const int Largest = 256 * 1024;

    /// <summary>It says that it is larger than any form of ours.</summary>
    public static bool IsTooLarge(HttpContext http) => http.Request.ContentLength > Largest;

    /// <summary>It comes from a page of ours in this browser. A form that can't be read does not, also where the proof stands beside it in a header.</summary>
    public static async Task<bool> IsOwnAsync(HttpContext http, IAntiforgery antiforgery)
    {
        try
        {
            if (!http.Request.HasFormContentType)
            {
                return false;
            }

            await http.Request.ReadFormAsync(http.RequestAborted);
            return await HasProofAsync(http, antiforgery);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>It brings the proof that only a page of ours has, in the form or beside it. A form that can't be read brings none.</summary>
    public static async Task<bool> HasProofAsync(HttpContext http, IAntiforgery antiforgery)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
