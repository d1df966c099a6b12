using System.Globalization;
using TransformingLives.Bot.Turns.Pressure;

namespace TransformingLives.Bot.Desk.Pages;

/// <summary>Figures and lists of staff wait while residents do.</summary>
internal sealed class AfterResidents(TurnGate gate) : IEndpointFilter
{
    private const int Seconds = 30;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!gate.TurnsAway(Urgency.StaffReport))
        {
            return next(context);
        }

        gate.TurnAway(Urgency.StaffReport);
        context.HttpContext.Response.Headers.RetryAfter = Seconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.FromResult<object?>(DeskPage.Show(context.HttpContext, "Residents first", Words, StatusCodes.Status503ServiceUnavailable));
    }

    private const string Words = "<h1 class=\"govuk-heading-l\">Residents are answered first</h1><p class=\"govuk-body\">Many people are writing just now, so this page waits. Nothing is lost. Load it again in half a minute.</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/desk\">Back to the desk</a></p>";
}
