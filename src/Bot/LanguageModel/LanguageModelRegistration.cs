using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Masking;
using TransformingLives.Bot.LanguageModel.Officers;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.Bot.LanguageModel.Wording;

namespace TransformingLives.Bot.LanguageModel;

/// <summary>Registers the language model where a council has one. Where it has none, nothing is registered and nothing is made.</summary>
internal static class LanguageModelRegistration
{
    /// <exception cref="FormatException">A setting is wrong; it is named.</exception>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration) =>
        LanguageModelOptions.From(configuration) is { } options ? services.AddLanguageModel(options) : services;

    /// <summary>Brings its tables to today's shape, where there is one.</summary>
    public static Task UpgradeLanguageModelAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetService<ModelRecords>()?.UpgradeAsync(cancellationToken) ?? Task.CompletedTask;

    public static IServiceCollection AddLanguageModel(this IServiceCollection services, LanguageModelOptions options) => services
        .AddSingleton(options)
        .AddSingleton<ModelClient>()
        .AddSingleton(provider => new Lazy<ModelClient>(provider.GetRequiredService<ModelClient>))
        .AddMetrics()
        .AddSingleton<ModelMeter>()
        .AddSingleton<DailyBudget>()
        .AddSingleton<ModelRecords>()
        .AddSingleton(provider => new ModelCalls(provider.GetRequiredService<DailyBudget>(), provider.GetRequiredService<ModelRecords>().Add, provider.GetRequiredService<ModelMeter>(), provider.GetRequiredService<ILogger<ModelCalls>>()))
        .AddSingleton<OfficerHelp>()
        .AddSingleton<WordingDrafts>()
        .AddSingleton<ModelSwitch>()
        .AddSingleton<ModelGate>()
        .AddSingleton<MaskWords>()
        .AddSingleton<WordingCache>()
        .AddSingleton(provider => new ModelTurns(options, provider.GetRequiredService<ModelGate>(), provider.GetRequiredService<MaskWords>(), provider.GetRequiredService<WordingCache>(), provider.GetRequiredService<WordingDrafts>(), provider.GetRequiredService<ModelRecords>()));
}
