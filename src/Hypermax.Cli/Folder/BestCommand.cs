using System.CommandLine;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Storage.Journal;

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
        format.AcceptOnlyFromAmong(PointFormat.Names);
        Option<int> rank = new("--rank") { Description = "1 for the best trial, 2 for the second best, and so on.", DefaultValueFactory = _ => 1 };
        Option<string> name = new("--name") { Description = "With csharp: the name of the type.", DefaultValueFactory = _ => "SearchParams" };
        Option<bool> json = new("--json") { Description = "Writes one line of JSON with the trial, its loss and its nested parameters." };
        Command command = new("best", "Writes the best parameters of a study, nested, as JSON, YAML, C# or command line arguments.")
        {
            folder, format, rank, name, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetValue(json) ? "line" : parsed.GetRequiredValue(format),
            parsed.GetValue(rank),
            parsed.GetRequiredValue(name),
            Console.Out,
            Console.Error));
        return command;
    }

    internal static int Run(string folder, string format, int rank, string typeName, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        JournalSnapshot study = Folders.Read(folder);
        IReadOnlyList<TrialRecord> ranking = TrialRanking.Best(study.Trials, study.Header!.Directions[0], Math.Max(rank, 1));
        if (rank < 1 || ranking.Count < rank)
        {
            errors.WriteLine(
                ranking.Count == 0
                    ? $"error: No trial of '{study.Header.Name}' is complete yet, so none is best. Wait for one, or look at 'hypermax trials'."
                    : FormattableString.Invariant($"error: There is no trial of rank {rank}; '{study.Header.Name}' has ranks 1 to {ranking.Count}. Give one."));
            return ranking.Count == 0 ? ExitCodes.Failed : ExitCodes.Usage;
        }

        TrialRecord trial = ranking[rank - 1];
        output.WriteLine(format == "line"
            ? JsonOutput.Write(writer => TrialJson.WriteBest(writer, study.Header, trial))
            : PointFormat.Write(study.Header.Space, trial.Point, format, typeName));
        return ExitCodes.Done;
    });
}
