using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Hosting.Reloading;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.Turns;
using TransformingLives.Bot.Turns.Pressure;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Desk.Status;

/// <summary>How this node does, for all staff: nothing about any person is on it.</summary>
internal static class StatusEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapStatus(this IEndpointRouteBuilder app) => app.MapGet("/desk/status", ShowAsync).For(DeskActions.SeeStatus);

    private static async Task<IResult> ShowAsync(HttpContext http, HealthCheckService checks, ContentReload reload, CouncilCases cases, SurroundingsSource source, LiveLines lines, TurnGate gate, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var (guides, services) = source.At(now).Knowledge.Counts;
        var status = new StatusNow(now, await checks.CheckHealthAsync(http.RequestAborted), reload.State.LoadedAt, guides, services, await OutboxAsync(cases, http.RequestAborted), lines.Open, gate.Waiting, Model(http.RequestServices));
        return DeskPage.Show(http, "Status", StatusPage.Html(StatusWords.Of(status), now));
    }

    // The page is wanted most when the database is away.
    private static async Task<OutboxState?> OutboxAsync(CouncilCases cases, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await cases.OutboxStateAsync(patience.Token);
        }
        catch (Exception exception) when (exception is DbException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static StatusOfModel? Model(IServiceProvider services) =>
        services.GetService<ModelCalls>() is { } calls ? StatusOfModel.Of(services.GetRequiredService<ModelSwitch>().IsOn, calls.Lately) : null;
}
