using System.Text.RegularExpressions;
using Hypermax.Ci;
using Hypermax.Ci.Azure;
using Hypermax.Ci.GitHub;

namespace Hypermax.Tests.Ci;

/// <summary>Commands are read back the way the servers' agents read lines, and say what was meant and nothing more.</summary>
public sealed partial class CommandsTests
{
    private static readonly Dictionary<string, string> GitHubData = new(StringComparer.Ordinal) { ["%0D"] = "\r", ["%0A"] = "\n", ["%25"] = "%" };
    private static readonly Dictionary<string, string> GitHubProperties = new(GitHubData, StringComparer.Ordinal) { ["%3A"] = ":", ["%2C"] = "," };
    private static readonly Dictionary<string, string> AzureData = new(StringComparer.Ordinal) { ["%0D"] = "\r", ["%0A"] = "\n", ["%AZP25"] = "%" };
    private static readonly Dictionary<string, string> AzureProperties = new(AzureData, StringComparer.Ordinal) { ["%5D"] = "]", ["%3B"] = ";" };

    [Fact]
    public void GitHub_AnyResult_OneCommandALineWithTextAndPlace() => Assert.All(CiSamples.All, result =>
    {
        CiPlaces places = CiSamples.PlacesOf(result);
        IReadOnlyList<string> commands = GitHubCommands.Of(result, places);

        Assert.Equal(result.AllRemarks.Count(), commands.Count);
        Assert.All(result.AllRemarks.Zip(commands), pair =>
        {
            CiRemark remark = pair.First.Remark;
            Assert.DoesNotContain(pair.Second, letter => char.IsControl(letter) && letter != '\t');
            Match command = GitHub().Match(pair.Second);
            Assert.Equal(remark.Level switch { CiLevel.Error => "error", CiLevel.Warning => "warning", _ => "notice" }, command.Groups["name"].Value);
            Assert.Equal(CiText.Clean(remark.Text), Unescape(command.Groups["data"].Value, GitHubData));
            Dictionary<string, string> properties = Properties(command.Groups["properties"].Value, ',', GitHubProperties);
            Assert.Equal(places.Of(remark).File, properties["file"]);
            Assert.Equal(places.Of(remark).Line.ToString(System.Globalization.CultureInfo.InvariantCulture), properties["line"]);
            Assert.Equal($"{remark.Rule}: {CiText.OneLine(remark.Title)}", properties["title"]);
            Assert.Equal(["file", "line", "col", "title"], properties.Keys);
        });
    });

    [Fact]
    public void Azure_AnyResult_OneCommandALineWithTextAndPlaceAndThePage() => Assert.All(CiSamples.All, result =>
    {
        CiPlaces places = CiSamples.PlacesOf(result);
        CiRemark[] told = [.. result.AllRemarks.Select(found => found.Remark).Where(remark => remark.Level > CiLevel.Note)];
        IReadOnlyList<string> commands = AzureCommands.Of(result, places, "page.md");

        Assert.Equal($"##vso[task.uploadsummary]{Path.GetFullPath("page.md")}", commands[^1]);
        Assert.Equal(told.Length, commands.Count - 1);
        Assert.All(told.Zip(commands), pair =>
        {
            Assert.DoesNotContain(pair.Second, letter => char.IsControl(letter) && letter != '\t');
            Match command = Azure().Match(pair.Second);
            Assert.Equal(CiText.Clean(pair.First.Text), Unescape(command.Groups["data"].Value, AzureData));
            Dictionary<string, string> properties = Properties(command.Groups["properties"].Value, ';', AzureProperties);
            Assert.Equal(pair.First.Level == CiLevel.Error ? "error" : "warning", properties["type"]);
            Assert.Equal(places.Of(pair.First).File, properties["sourcepath"]);
            Assert.Equal(["type", "sourcepath", "linenumber", "columnnumber", "code"], properties.Keys);
        });
    });

    private static Dictionary<string, string> Properties(string text, char separator, Dictionary<string, string> escapes) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Unescape(pair[1], escapes), StringComparer.Ordinal);

    // Each escape is turned back once: what "%250A" says is "%0A".
    private static string Unescape(string text, Dictionary<string, string> escapes) =>
        Regex.Replace(text, string.Join('|', escapes.Keys), found => escapes[found.Value], RegexOptions.None, TimeSpan.FromSeconds(1));

    // The agents look for the first "::" after the properties, and for the first "]".
    [GeneratedRegex("^::(?<name>[a-z]+) (?<properties>.*?)::(?<data>.*)$", RegexOptions.None, 1000)]
    private static partial Regex GitHub();

    [GeneratedRegex(@"^##vso\[task\.logissue (?<properties>[^\]]*)\](?<data>.*)$", RegexOptions.None, 1000)]
    private static partial Regex Azure();
}
