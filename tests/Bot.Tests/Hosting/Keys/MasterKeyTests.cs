using Microsoft.Extensions.Configuration;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Hosting.Keys;
using TransformingLives.Bot.Hosting.Public;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Tests.Hosting.Keys;

/// <summary>Where the master key comes from, and what is no good for the public.</summary>
public sealed class MasterKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("master-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_developer_needs_none_and_has_the_same_again_at_the_next_start()
    {
        var first = Keys([], isProduction: false).Current.Id;

        Assert.Equal(first, Keys([], isProduction: false).Current.Id);
        Assert.False(KeyFile.IsOpenToOthers(Path.Combine(folder, MasterKeySettings.OfDevelopers)));
        KeyFile.PutInFront(Path.Combine(folder, MasterKeySettings.OfDevelopers), MasterKey.New(), DateTimeOffset.UnixEpoch);
        Assert.Equal(first, Keys([], isProduction: false).All[1].Id);
    }

    [Fact]
    public void A_developers_key_says_what_it_is_for()
    {
        Keys([], isProduction: false);

        Assert.Contains("development only", File.ReadAllText(Path.Combine(folder, MasterKeySettings.OfDevelopers)), StringComparison.Ordinal);
    }

    [Fact]
    public void In_front_of_the_public_none_is_made()
    {
        Assert.Empty(Keys([], isProduction: true).All);
        Assert.Contains("Storage__MasterKeyFile is not set", Assert.Single(MasterKeyFit.Problems(Settings([]), folder)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all, not base64 at all, not 32")]
    public void What_is_no_key_is_said_so_and_not_repeated(string written)
    {
        var refused = Assert.Throws<StartUpException>(() => Keys([("Storage:MasterKey", written)], isProduction: true));

        Assert.Contains("32 bytes, written in base64", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(written, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_beside_the_data_or_open_to_others_is_not_fit_for_the_public()
    {
        var inside = Path.Combine(folder, "data", "master.keys");
        Directory.CreateDirectory(Path.GetDirectoryName(inside)!);
        KeyFile.Write(inside, "tests", [MasterKey.New()]);
        Assert.Contains("is in the data folder", Assert.Single(MasterKeyFit.Problems(Settings([("Storage:MasterKeyFile", inside)]), Path.Combine(folder, "data"))), StringComparison.Ordinal);
        Assert.Empty(MasterKeyFit.Problems(Settings([("Storage:MasterKeyFile", inside)]), Path.Combine(folder, "elsewhere")));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(inside, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Single(MasterKeyFit.Problems(Settings([("Storage:MasterKeyFile", inside)]), Path.Combine(folder, "elsewhere"))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_first_of_a_file_is_todays_and_a_new_one_goes_in_front()
    {
        var file = Path.Combine(folder, "master.keys");
        var (old, fresh) = (MasterKey.New(), MasterKey.New());
        KeyFile.Write(file, "tests", [old]);

        KeyFile.PutInFront(file, fresh, DateTimeOffset.UnixEpoch);

        var keys = Keys([("Storage:MasterKeyFile", file)], isProduction: true);
        Assert.Equal([fresh.Id, old.Id], keys.All.Select(key => key.Id));
        Assert.False(KeyFile.IsOpenToOthers(file));
    }

    private MasterKeys Keys((string, string)[] settings, bool isProduction) => MasterKeySettings.Of(Settings(settings), new Folders(folder, folder), isProduction);

    private static IConfiguration Settings((string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
