using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>A post is taken from our own pages only.</summary>
internal sealed class OwnPageOnly(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || await OwnForm.HasProofAsync(http, antiforgery)
            ? await next(context)
            : DeskPage.Show(http, "Please try again", "<h1 class=\"govuk-heading-l\">Please try again</h1><p class=\"govuk-body\">This page had been open for too long, or another person has signed in meanwhile. Nothing was changed.</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/desk\">Back to the desk</a></p>", StatusCodes.Status400BadRequest);
    }
}
