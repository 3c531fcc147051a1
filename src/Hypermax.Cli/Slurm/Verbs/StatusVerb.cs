using System.CommandLine;
using Hypermax.Execution.Slurm;
using Hypermax.Folder;
using Hypermax.Search;
using Hypermax.Storage;
using Hypermax.Studies;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm status</c>: where the study and its job arrays stand.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = FolderArgument();
        Option<bool> json = JsonOutput.Option();
        Option<double> patience = SubmitVerb.PatienceOption();
        patience.DefaultValueFactory = _ => 0;
        Command command = new("status", "Says where a study and the tasks that work on it stand, and why tasks wait.") { folder, patience, json };
        command.SetAction(parsed => SlurmCommand.TryAsync(async stop =>
        {
            SlurmClient.Require("squeue");
            FolderReading reading = await FolderReading.ReadAsync(
                parsed.GetRequiredValue(folder).FullName, SubmitVerb.ClientOf(parsed.GetValue(patience)), stop).ConfigureAwait(false);
            Console.Out.Write(parsed.GetValue(json) ? Json(reading) + "\n" : Text(reading));
            return reading.Trouble is null ? ExitCodes.Done : ExitCodes.Environment;
        }));
        return command;
    }

    internal static Argument<DirectoryInfo> FolderArgument() => new("folder") { Description = "The folder that was given to 'submit'." };

    /// <summary>Gets what is said to people.</summary>
    internal static string Text(FolderReading reading)
    {
        IEnumerable<(string Name, string Value)> lines = [("study", StudyText(reading)), .. reading.Jobs.SelectMany(StatusText.Lines)];
        if (reading.Trouble is { } trouble)
        {
            lines = lines.Append(("trouble", trouble));
        }

        return string.Concat(lines.Select(line => $"{line.Name,-10} {line.Value}\n"));
    }

    /// <summary>Gets what is said of the study.</summary>
    internal static string StudyText(FolderReading reading)
    {
        if (reading.Study?.Header is not { } header)
        {
            return "has not begun in the folder";
        }

        int running = reading.Study.Trials.Count(trial => !trial.IsFinished);
        int failed = reading.Study.Trials.Count(trial => trial.State == TrialState.Failed);
        string best = Best(reading) is { } leader
            ? FormattableString.Invariant($", best {TrialText.Value(leader.Value)} (trial {leader.Number}): {TrialText.Point(header.Space, leader.Point)}")
            : string.Empty;
        string planned = reading.Planned is int count ? FormattableString.Invariant($" of {count}") : string.Empty;
        string failures = failed > 0 ? FormattableString.Invariant($" ({failed} failed)") : string.Empty;
        return FormattableString.Invariant($"{header.Name}: {reading.Finished}{planned} trials ended{failures}, {running} running{best}");
    }

    private static TrialRecord? Best(FolderReading reading)
    {
        Direction direction = reading.Study!.Header!.Directions[0];
        return reading.Study.Trials.Where(trial => trial is { IsEligible: true })
            .Aggregate((TrialRecord?)null, (best, trial) => best is null || direction.IsBetter(trial.Value, best.Value) ? trial : best);
    }

    private static string Json(FolderReading reading) => JsonOutput.Write(writer =>
    {
        writer.WriteString("folder", reading.Folder);
        writer.WriteBoolean("active", reading.IsActive);
        writer.WriteNumber("finished", reading.Finished);
        writer.WriteNumber("running", reading.Study?.Trials.Count(trial => !trial.IsFinished) ?? 0);
        if (reading.Trouble is { } trouble)
        {
            writer.WriteString("trouble", trouble);
        }

        writer.WriteStartArray("jobs");
        foreach (SubmissionStatus job in reading.Jobs)
        {
            StatusText.Write(writer, job);
        }

        writer.WriteEndArray();
    });
}
