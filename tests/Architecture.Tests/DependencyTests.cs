using NetArchTest.Rules;
using TransformingLives.Architecture.Tests.Planted;

namespace TransformingLives.Architecture.Tests;

public sealed class DependencyTests
{
    private const string Bot = "TransformingLives.Bot";
    private const string Knowledge = "TransformingLives.Knowledge";
    private const string CaseBridge = "TransformingLives.CaseBridge";

    [Fact]
    public void Knowledge_knows_neither_the_bot_nor_the_case_bridge() =>
        Assert.Empty(DependencyRule.Broken(Types.InAssembly(typeof(Knowledge.KnowledgeBase).Assembly), [Knowledge], Bot, CaseBridge, "Microsoft.AspNetCore"));

    [Fact]
    public void The_case_bridge_knows_neither_the_bot_nor_the_knowledge() =>
        Assert.Empty(DependencyRule.Broken(Types.InAssembly(typeof(CaseBridge.CouncilCases).Assembly), [CaseBridge], Bot, Knowledge, "Microsoft.AspNetCore"));

    [Theory]
    [InlineData("Reading")]
    [InlineData("Safety")]
    [InlineData("Forms")]
    [InlineData("Triage")]
    [InlineData("Dialogs")]
    [InlineData("Replies")]
    [InlineData("HandingOver")]
    public void What_decides_touches_neither_wire_nor_database(string room) =>
        Assert.Empty(DependencyRule.Broken(Types.InAssembly(typeof(Bot.Turns.TurnRunner).Assembly), [$"{Bot}.{room}"], DependencyRule.Outside));

    [Theory]
    [InlineData("Dialogs")]
    [InlineData("Reading")]
    [InlineData("Forms")]
    [InlineData("Safety")]
    public void No_room_of_the_core_knows_a_channel_or_the_host(string room) =>
        Assert.Empty(DependencyRule.Broken(Types.InAssembly(typeof(Bot.Turns.TurnRunner).Assembly), [$"{Bot}.{room}"], $"{Bot}.Channels", $"{Bot}.Hosting"));

    [Theory]
    [InlineData("Reading")]
    [InlineData("Safety")]
    [InlineData("Forms")]
    [InlineData("Triage")]
    [InlineData("Dialogs")]
    [InlineData("Replies")]
    [InlineData("HandingOver")]
    [InlineData("LanguageModel.Grounding")]
    public void What_decides_and_what_judges_a_language_model_can_ask_none(string room) =>
        Assert.Empty(DependencyRule.Broken(Types.InAssembly(typeof(Bot.Turns.TurnRunner).Assembly), [$"{Bot}.{room}"], [.. DependencyRule.Outside, $"{Bot}.LanguageModel.Calling", "Microsoft.SemanticKernel", "OpenAI"]));

    [Fact]
    public void A_planted_violation_is_found() =>
        Assert.Equal([typeof(ReaderThatRings).FullName!], DependencyRule.Broken(Types.InAssembly(typeof(ReaderThatRings).Assembly), [typeof(ReaderThatRings).Namespace!], DependencyRule.Outside));
}
