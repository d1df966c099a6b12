using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>What a computer for many people needs: a button that forgets, a warning before the page forgets by itself, and the same without a script.</summary>
internal static class KioskHtml
{
    public const string ClearPath = "/kiosk/clear";

    /// <summary>In the head of the page, for browsers without script.</summary>
    public static string Refresh(CouncilSettings council) =>
        $"<noscript><meta http-equiv=\"refresh\" content=\"{council.KioskSeconds + council.KioskGraceSeconds}; url={ClearPath}\"></noscript>";

    public static string End => $"<a class=\"kiosk-end\" href=\"{ClearPath}\">Finish and clear</a>";

    public static string Warning(CouncilSettings council) => $"""
        <dialog id="still-there" class="kiosk-warning" data-seconds="{council.KioskSeconds}" data-grace="{council.KioskGraceSeconds}" aria-labelledby="still-there-title">
        <h2 id="still-there-title" class="govuk-heading-m">Are you still there?</h2>
        <p role="status">This page clears itself in <strong id="seconds-left">{council.KioskGraceSeconds}</strong> seconds, so that nobody else can read it.</p>
        <p><button id="here" class="send" type="button" autofocus>I am still here</button> <a class="govuk-link" href="{ClearPath}">Finish and clear now</a></p>
        </dialog>
        """;
}
