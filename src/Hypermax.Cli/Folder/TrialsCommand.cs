using System.CommandLine;
using Hypermax.Execution;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Storage.Journal;
using Hypermax.Tables;
using Hypermax.Usage;

namespace Hypermax.Folder;

/// <summary>The verb <c>hypermax trials</c>: the trials of a study as a table, or one of them whole.</summary>
internal static class TrialsCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Option<int?> trial = new Option<int?>("--trial", "-t") { Description = "Shows this trial whole: nested parameters, metrics, error and log." }
            .Within(0, int.MaxValue);
        Option<string> sort = new("--sort", "-s") { Description = "The column to sort by.", DefaultValueFactory = _ => "trial" };
        Option<bool> descending = new("--descending", "-d") { Description = "The largest first." };
        Option<string[]> filters = new("--filter", "-f")
        {
            Description = "Which trials: a column, one of = != < <= > >= ~ (contains) and a value, such as 'loss<0.1', 'status=fail' or 'error~memory'. "
                + "May be given several times; all must hold.",
            DefaultValueFactory = _ => [],
        };
        Option<int> limit = new Option<int>("--limit", "-n") { Description = "How many trials at most.", DefaultValueFactory = _ => int.MaxValue }
            .Within(0, int.MaxValue);
        Option<int> log = new Option<int>("--log")
        {
            Description = "With --trial: how many lines of the end of its log; 0 for none.",
            DefaultValueFactory = _ => 40,
        }.Within(0, int.MaxValue);
        Option<bool> json = new("--json") { Description = "Writes JSON: one object a line for each trial (docs/formats/trial-lines.md)." };
        Command command = new("trials", "Lists the trials of a study, sorted and filtered, or shows one whole with its log.")
        {
            folder, trial, sort, descending, filters, limit, log, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            new TrialsQuery(
                parsed.GetRequiredValue(sort),
                parsed.GetValue(descending),
                parsed.GetValue(filters) ?? [],
                parsed.GetValue(limit),
                parsed.GetValue(trial),
                parsed.GetValue(log)),
            parsed.GetValue(json),
            VisibleWriter.Output(parsed.GetValue(json)),
            Console.Error));
        return command;
    }

    internal static int Run(string folder, TrialsQuery query, bool isJson, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        JournalSnapshot study = Folders.Read(folder);
        if (query.Trial is int number)
        {
            TrialRecord one = study.Trials.FirstOrDefault(trial => trial.Number == number) ?? throw new FormatException(
                FormattableString.Invariant($"The study has no trial {number}; it has {study.Trials.Count}, numbered from 0. Give one of these."));
            string? log = TrialLogFile.Tail(folder, one.Outcome?.Log ?? TrialPaths.Log(number), query.LogLines);
            output.WriteLine(isJson ? TrialJson.Whole(study.Header!, one, log) : string.Join(Environment.NewLine, TrialPage.Lines(study.Header!, one, log)));
            return ExitCodes.Done;
        }

        TrialTable table = new(study.Header!, study.Trials);
        IReadOnlyList<TrialRecord> rows = [.. table.Select(query.Filters, query.Sort, query.IsDescending).Take(Math.Max(0, query.Limit))];
        if (isJson)
        {
            foreach (TrialRecord row in rows)
            {
                output.WriteLine(TrialJson.Of(study.Header!, row));
            }

            return ExitCodes.Done;
        }

        foreach (string line in TextTable.Lines(table.Columns, rows))
        {
            output.WriteLine(line);
        }

        return ExitCodes.Done;
    });
}
