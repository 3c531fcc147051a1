using System.CommandLine;
using Hypermax.Execution.Slurm;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm</c>: the workers of a study as the tasks of a job array.</summary>
internal static class SlurmCommand
{
    public static Command Create() => new("slurm", "Lets a Slurm cluster run the workers of a study; see docs/guide/slurm.md.")
    {
        SubmitVerb.Create(),
        ScriptVerb.Create(),
        StatusVerb.Create(),
        WatchVerb.Create(),
        LogsVerb.Create(),
        CancelVerb.Create(),
        TrialVerb.Create(),
    };

    /// <summary>Runs a verb; what Slurm or the files refuse is said in one line.</summary>
    /// <param name="run">The verb; returns its exit code.</param>
    public static async Task<int> TryAsync(Func<CancellationToken, Task<int>> run)
    {
        using Search.StopSignal stop = new(input: null);
        try
        {
            return await run(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (SlurmException error)
        {
            return Say(error.Message, error.IsRefusal ? ExitCodes.Usage : ExitCodes.Environment);
        }
        catch (FormatException error)
        {
            return Say(error.Message, ExitCodes.Usage);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Say(error.Message, ExitCodes.Environment);
        }
    }

    private static int Say(string text, int code)
    {
        Console.Error.WriteLine($"error: {text}");
        return code;
    }
}
