using System.Collections.Immutable;

namespace TransformingLives.Bot.Content;

/// <summary>Reads the part <c>desk</c> of <c>content/council.yaml</c>.</summary>
internal static class DeskSettingsLoader
{
    private const int MostMinutes = 24 * 60;

    public static DeskSettings Load(ContentNode council)
    {
        var usual = new DeskSettings();
        if (council.Section("desk") is not { } desk)
        {
            return usual;
        }

        var settings = new DeskSettings
        {
            PromiseInDanger = Within(desk, "minutes_in_danger", usual.PromiseInDanger, TimeSpan.FromMinutes(1)),
            Promise = Within(desk, "minutes_otherwise", usual.Promise, TimeSpan.FromMinutes(1)),
            ReturnedAfter = Within(desk, "seconds_until_returned", usual.ReturnedAfter, TimeSpan.FromSeconds(1)),
            Skills = Skills(desk),
        };
        desk.NoOtherFields();
        return settings;
    }

    private static ImmutableArray<DeskSkill> Skills(ContentNode desk)
    {
        var skills = ImmutableArray.CreateBuilder<DeskSkill>();
        foreach (var item in desk.Items("skills"))
        {
            var skill = new DeskSkill(item.Text("id"), item.Text("name"), item.Words("topics"));
            if (skills.Any(other => other.Id == skill.Id))
            {
                item.Problem("id", $"The skill '{skill.Id}' stands twice.");
            }

            item.NoOtherFields();
            skills.Add(skill);
        }

        return skills.ToImmutable();
    }

    private static TimeSpan Within(ContentNode node, string field, TimeSpan usual, TimeSpan unit)
    {
        if (node.Number(field) is not { } number)
        {
            return usual;
        }

        if (number < 1 || number * unit > TimeSpan.FromMinutes(MostMinutes))
        {
            node.Problem(field, $"'{field}' should be 1 or more, and a day at most, not {number}.");
            return usual;
        }

        return number * unit;
    }
}
