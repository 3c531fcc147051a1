using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.Command;

namespace Hypermax.Execution.Slurm;

/// <summary>Slurm through its own programs, whose output is made for programs: no headings, one separator, no other language.</summary>
/// <remarks>A controller that does not answer is asked again, at growing distances, until a patience is over. Safe to use from several threads.</remarks>
/// <param name="patience">How long an unreachable controller is waited for.</param>
internal sealed class SlurmClient(TimeSpan patience)
{
    private const char Separator = '|';
    private const int MostNames = 1000;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Gets what is told when the controller is waited for.</summary>
    public Action<string> Waits { get; init; } = _ => { };

    /// <summary>Gets what people call the parts of their requests.</summary>
    public RequestNames Names { get; init; } = RequestNames.Options;

    /// <summary>Gets the folder of Slurm's programs; null where they are on the path.</summary>
    public string? Bin { get; init; }

    /// <summary>Makes sure that Slurm's programs are there.</summary>
    /// <exception cref="SlurmException">One is not.</exception>
    public static void Require(params string[] programs)
    {
        if (Array.Find(programs, program => ExecutableFinder.TryFindOnPath(program) is null) is { } missing)
        {
            throw new SlurmException(
                $"The program '{missing}' of Slurm is not on the path of this machine. "
                + "Run this on a login node of the cluster (perhaps after 'module load slurm'); "
                + "'hypermax slurm script --shell' writes a script that needs no Slurm.");
        }
    }

    /// <summary>Makes sure that Slurm's programs are in a folder.</summary>
    /// <exception cref="SlurmException">One is not.</exception>
    public static void RequireIn(string bin, params string[] programs)
    {
        if (Array.Find(programs, program => !File.Exists(Path.Combine(bin, program))) is { } missing)
        {
            throw new SlurmException(
                $"The program '{missing}' of Slurm is not in the folder '{bin}', which bin of ExecutorOptions names. "
                + "Name the folder that has it, or leave bin out where Slurm is on the path.");
        }
    }

    /// <summary>Submits a script, at most once whatever happens on the way.</summary>
    /// <param name="script">The script.</param>
    /// <param name="name">The name of its job, which no other has.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>The id of the job, and the cluster where there are several.</returns>
    public async Task<(long Id, string? Cluster)> SubmitAsync(string script, string name, CancellationToken stop)
    {
        string answer = await AskAsync(
            "sbatch",
            ["--parsable", script],
            async () =>
            {
                // The controller may have taken the job and died before it said so; a second one of the same name is not wanted.
                IReadOnlyList<JobTask> taken = await TasksAsync([name], stop).ConfigureAwait(false);
                return taken.Count == 0 ? null : taken[0].Job.ToString(CultureInfo.InvariantCulture);
            },
            stop).ConfigureAwait(false);
        string[] parts = answer.Trim().Split(';');
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? (id, parts.Length > 1 ? parts[1] : null)
            : throw new SlurmException(
                $"'sbatch' accepted '{script}' and answered '{answer.Trim()}', which is no id of a job. 'squeue --name={name}' shows it.");
    }

    /// <summary>Has a script checked without submitting it.</summary>
    /// <exception cref="SlurmException">Slurm would refuse it, or cannot be reached.</exception>
    public Task TestAsync(string script, CancellationToken stop) => AskAsync("sbatch", ["--test-only", script], again: null, stop);

    /// <summary>Gets the tasks that Slurm knows of some jobs, ended ones too for as long as it remembers them; by their names, as ids come again.</summary>
    /// <param name="names">The names of the jobs.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<IReadOnlyList<JobTask>> TasksAsync(IReadOnlyCollection<string> names, CancellationToken stop)
    {
        List<JobTask> tasks = [];

        // One question for all, but for as many as an argument cannot hold.
        foreach (string[] some in names.Chunk(MostNames))
        {
            string rows = await AskAsync(
                "squeue",
                ["--noheader", "--array", "--states=all", $"--name={string.Join(',', some)}", $"--format={JobTask.Format}"],
                again: null,
                stop).ConfigureAwait(false);
            tasks.AddRange(Rows(rows).Select(JobTask.Read).OfType<JobTask>().Where(task => some.Contains(task.Name, StringComparer.Ordinal)));
        }

        return tasks;
    }

    /// <summary>Gets the kinds of nodes of every partition.</summary>
    public async Task<IReadOnlyList<NodeKind>> NodesAsync(CancellationToken stop) =>
        [.. Rows(await AskAsync("sinfo", ["--noheader", $"--format={NodeKind.Format}"], again: null, stop).ConfigureAwait(false))
            .Select(NodeKind.Read).OfType<NodeKind>()];

    /// <summary>Gets what the numbers of tasks stay below, or null where that is not told.</summary>
    public async Task<int?> MaxArraySizeAsync(CancellationToken stop)
    {
        string config = await AskAsync("scontrol", ["show", "config"], again: null, stop).ConfigureAwait(false);
        string? line = Array.Find(config.Split('\n'), line => line.StartsWith("MaxArraySize", StringComparison.Ordinal));
        return int.TryParse(line?.Split('=')[^1], CultureInfo.InvariantCulture, out int size) ? size : null;
    }

    /// <summary>Ends all tasks of a job, running and waiting.</summary>
    public Task CancelAsync(string name, CancellationToken stop) => AskAsync("scancel", [$"--name={name}"], again: null, stop);

    private static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd().Split(Separator));

    private async Task<string> AskAsync(string program, string[] arguments, Func<Task<string?>>? again, CancellationToken stop)
    {
        long started = Stopwatch.GetTimestamp();
        for (TimeSpan pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            // A submission is not cut off half-way: nobody would know whether it was taken.
            (int code, string output, string errors) = await RunAsync(
                Bin is null ? program : Path.Combine(Bin, program), arguments, again is null ? stop : CancellationToken.None).ConfigureAwait(false);
            if (code == 0)
            {
                return output;
            }

            if (!SlurmTrouble.IsUnreachable(errors))
            {
                throw new SlurmException(SlurmTrouble.Explain(program, errors, Names), SlurmTrouble.IsRefusal(errors));
            }

            if (patience - Stopwatch.GetElapsedTime(started) < pause)
            {
                throw new SlurmException(
                    $"Slurm's controller does not answer ('{program}' said: {errors.Trim()}). "
                        + "Try again later; jobs that run go on meanwhile, and so does their study.");
            }

            Waits($"Slurm's controller does not answer; asking again in {pause.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s");
            await Task.Delay(pause, stop).ConfigureAwait(false);
            if (again is not null && await again().ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string program, string[] arguments, CancellationToken stop)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // Messages are read, and dates; people's own formats of 'squeue' and defaults of 'sbatch' would get in between.
        start.Environment["LC_ALL"] = "C";
        start.Environment["SLURM_TIME_FORMAT"] = "standard";
        foreach (string variable in start.Environment.Keys.Where(IsPersonal).ToArray())
        {
            start.Environment.Remove(variable);
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(stop);
        Task<string> errors = process.StandardError.ReadToEndAsync(stop);
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static bool IsPersonal(string variable) => variable.StartsWith("SQUEUE_", StringComparison.Ordinal)
        || variable.StartsWith("SINFO_", StringComparison.Ordinal)
        || variable.StartsWith("SCANCEL_", StringComparison.Ordinal)
        || variable is "SBATCH_ARRAY_INX" or "SBATCH_JOB_NAME" or "SBATCH_REQUEUE" or "SBATCH_NO_REQUEUE" or "SBATCH_OPEN_MODE" or "SBATCH_SIGNAL"
            or "SBATCH_WAIT";
}
