using System.CommandLine;
using Hypermax.Fronts.Choosing;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Storage.Journal;
using Hypermax.Usage;

namespace Hypermax.Folder;

/// <summary>The verb <c>hypermax best</c>: the best parameters of a study, in the form that a program takes.</summary>
internal static class BestCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Option<string> format = new("--format", "-f")
        {
            Description = "json (nested), yaml (nested), csharp (an expression of the type that 'hypermax space csharp' writes), or args (a command line).",
            DefaultValueFactory = _ => "json",
        };
        format.Among(PointFormat.Names);
        Option<int> rank = new Option<int>("--rank")
        {
            Description = "1 for the best trial, 2 for the second best, and so on.",
            DefaultValueFactory = _ => 1,
        }.Within(1, int.MaxValue);
        Option<string?> choose = new("--choose")
        {
            Description = "With several objectives: knee (the default), weights such as 0.7*Error + 0.3*Time, a limit such as Latency <= 20, or a trial.",
        };
        Option<string> name = new("--name") { Description = "With csharp: the name of the type.", DefaultValueFactory = _ => "SearchParams" };
        Option<bool> json = new("--json") { Description = "Writes one line of JSON with the trial, its loss and its nested parameters." };
        Command command = new("best", "Writes the best parameters of a study, nested, as JSON, YAML, C# or command line arguments.")
        {
            folder, format, rank, choose, name, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetValue(json) ? "line" : parsed.GetRequiredValue(format),
            parsed.GetValue(rank),
            parsed.GetRequiredValue(name),
            parsed.GetValue(choose),
            Console.Out,
            Console.Error));
        return command;
    }

    internal static int Run(
        string folder, string format, int rank, string typeName, string? choose, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        JournalSnapshot study = Folders.Read(folder);
        StudyData data = new(study.Header!, study.Trials);
        IReadOnlyList<TrialRecord> ranking;
        try
        {
            ranking = Ranking(data, choose, Math.Max(rank, 1));
        }
        catch (ChoiceException error)
        {
            errors.WriteLine($"error: --choose is '{choose}', but {TrialText.FirstLine(error.Message)}");
            return ExitCodes.Usage;
        }

        if (rank < 1 || ranking.Count < rank)
        {
            errors.WriteLine(
                ranking.Count == 0
                    ? $"error: No trial of '{data.Header.Name}' {(data.Complete.Count > 0 ? "keeps all constraints" : "is complete yet")}, so none is best. "
                        + "Wait for one, or look at 'hypermax trials'."
                    : FormattableString.Invariant($"error: There is no trial of rank {rank}; '{data.Header.Name}' has ranks 1 to {ranking.Count}. Give one."));
            return ranking.Count == 0 ? ExitCodes.Failed : ExitCodes.Usage;
        }

        TrialRecord trial = ranking[rank - 1];
        output.WriteLine(format == "line"
            ? JsonOutput.Write(writer => TrialJson.WriteBest(writer, data.Header, trial))
            : PointFormat.Write(data.Header.Space, trial.Point, format, typeName));
        return ExitCodes.Done;
    });

    // Of a front each choice is one trial.
    private static IReadOnlyList<TrialRecord> Ranking(StudyData data, string? choose, int count)
    {
        if (!data.HasFront)
        {
            return choose is null ? data.BestTrials(count)
                : throw new ChoiceException($"'{data.Header.Name}' has one objective, so there is nothing to choose from; leave it out");
        }

        string[] names = [.. Enumerable.Range(0, data.Header.Directions.Count).Select(data.Header.ObjectiveName)];
        return data.Front.Count == 0
            ? []
            : [FrontChoice.Parse(choose ?? FrontChoice.Knee, names, data.Constraints).Of(data.Front, data.Header, data.Trials)];
    }
}
