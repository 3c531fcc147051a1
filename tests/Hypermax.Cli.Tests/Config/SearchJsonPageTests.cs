using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hypermax.Config;
using Hypermax.Config.Keys;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;
using Json.Schema;

namespace Hypermax.Tests.Config;

/// <summary>docs/formats/search-json.md lists the keys that the reader knows, and its example holds.</summary>
public sealed class SearchJsonPageTests
{
    private const string Begin = "<!-- keys: written by SearchJsonPageTests from the tables that the reader follows -->\n";
    private const string End = "<!-- /keys -->";

    private static readonly string Page = At("docs/formats/search-json.md");

    [Fact]
    public void Page_ListsEveryKey()
    {
        string text = File.ReadAllText(Page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        Golden.VerifyFile(text[..begin] + Tables() + text[text.IndexOf(End, StringComparison.Ordinal)..], Page);
    }

    [Fact]
    public void Example_OfEverything_Holds()
    {
        string example = File.ReadAllText(Page).Split("```json\n")[1].Split("```")[0];
        using TemporaryConfig file = new(example);

        ConfigCheck check = ConfigCheck.Read(file.Path, []);

        Assert.Empty(check.Faults.All);
        Assert.Empty(check.Others);
        Assert.True(JsonSchema.FromText(ConfigSchema.Write()).Evaluate(JsonDocument.Parse(example).RootElement).IsValid);
    }

    [Fact]
    public async Task Example_OfEverything_Runs()
    {
        using TemporaryConfig file = new("{}");
        string train = file.Add("train", "#!/bin/sh\nread -r p; echo '{\"loss\": 0.5, \"stddev\": 0.1, \"accuracy\": 0.9, \"latency\": 5}'\n");
        Scripts.MakeExecutable(train);
        file.Add("search.json", File.ReadAllText(Page).Split("```json\n")[1].Split("```")[0]
            .Replace("./train", train, StringComparison.Ordinal)
            .Replace("\"directory\": \"results\"", $"\"directory\": \"{file.Folder}/results\"", StringComparison.Ordinal));
        StringWriter errors = new();
        FileSearchOptions options = new() { File = file.Path, Properties = ["HypertuneTrials=4"] };

        int code = await new FileSearch(options, new SearchLines(new StringWriter(), isForBuild: false, errors), errors, TimeProvider.System)
            .RunAsync(CancellationToken.None);

        Assert.True(code == ExitCodes.Done, errors.ToString());
        JournalSnapshot study = JournalSnapshot.Read(Path.Combine(file.Folder, "results_0"));
        Assert.All(study.Trials, trial => Assert.Equal(TrialState.Complete, trial.State));
        Assert.All(study.Trials, trial => Assert.NotEqual(0.5, trial.Value));
        Assert.Contains("layers.0.units", study.Header!.Space.Parameters.Select(parameter => parameter.Name));
    }

    private static string Tables()
    {
        StringBuilder text = new();
        foreach (ConfigKey section in ConfigKeys.Document.Keys.Where(key => key.Name != "settings"))
        {
            if ((section.Shape as SectionShape ?? (section.Shape as MapShape)?.Value as SectionShape) is not { } keys)
            {
                continue;
            }

            text.Append("| `").Append(section.Name).Append(section.Shape is MapShape ? ".NAME`" : "`").Append(" | what it says: ").Append(section.Meaning)
                .Append(" | setting |\n| --- | --- | --- |\n");
            foreach (ConfigKey key in keys.Keys)
            {
                string functions = key.Functions.Count == 0 ? string.Empty : $" ({string.Join(", ", key.Functions)})";
                text.Append("| `").Append(key.Name).Append("` | ")
                    .Append(key.Meaning.Replace("|", "\\|", StringComparison.Ordinal)).Append(functions).Append(" | ")
                    .Append(key.Setting is { } setting ? $"`{setting.Key}`" : string.Empty).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
