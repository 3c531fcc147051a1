using System.CommandLine;
using Hypermax.Execution.Slurm;
using Hypermax.Usage;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm watch</c>: says what changes until no task does anything any more.</summary>
internal static class WatchVerb
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = StatusVerb.FolderArgument();
        Option<double> every = new Option<double>("--every") { Description = "Seconds between two looks.", DefaultValueFactory = _ => 10 }.Within(0.1, 3600);
        Option<double> patience = SubmitVerb.PatienceOption();
        patience.DefaultValueFactory = _ => 3600;
        Command command = new("watch", "Says what changes until no task works on the study any more; Ctrl-C ends the watching alone.")
        {
            folder, every, patience,
        };
        command.SetAction(parsed => SlurmCommand.TryAsync(stop => RunAsync(
            parsed.GetRequiredValue(folder).FullName,
            TimeSpan.FromSeconds(parsed.GetValue(every)),
            SubmitVerb.ClientOf(parsed.GetValue(patience)),
            stop)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, TimeSpan every, SlurmClient slurm, CancellationToken stop)
    {
        SlurmClient.Require("squeue");
        string said = string.Empty;
        while (true)
        {
            FolderReading reading = await FolderReading.ReadAsync(folder, slurm, stop).ConfigureAwait(false);
            string text = StatusVerb.Text(reading);
            if (text != said)
            {
                Console.Out.Write($"{text}\n");
                said = text;
            }

            if (reading.Trouble is not null)
            {
                return ExitCodes.Environment;
            }

            if (!reading.IsActive)
            {
                return End(reading);
            }

            await Task.Delay(every, stop).ConfigureAwait(false);
        }
    }

    // Tasks that may run a number of trials leave when they have, finished or not.
    private static bool HasMost(FolderReading reading) => reading.Jobs[^1].Submission.HasMostTrials;

    private static int End(FolderReading reading)
    {
        // A study may end before it has its trials: at a target, or when every point was tried. Then tasks left as they should.
        bool isWhole = reading.Finished > 0 && reading.Study!.Trials.All(trial => trial.IsFinished)
            && (reading.Finished >= reading.Planned || (reading.Jobs[^1].Count(TaskState.Ended) == reading.Jobs[^1].States.Count && !HasMost(reading)));
        string report = Path.Combine(reading.Folder, "report.html");
        Console.Out.WriteLine(reading.HasReport ? $"report: {report}" : $"'hypermax report {reading.Folder}' writes the report.");
        if (!isWhole)
        {
            Console.Error.WriteLine("No task does anything any more, and the study is not finished. Submit again: it goes on where it stands.");
        }

        return isWhole ? ExitCodes.Done : ExitCodes.Failed;
    }
}
