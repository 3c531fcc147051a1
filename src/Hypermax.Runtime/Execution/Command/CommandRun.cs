using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Logs;
using Hypermax.Execution.Usages;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Execution.Command;

/// <summary>One trial as a child process: start, feed, watch, stop, read.</summary>
/// <param name="start">The program.</param>
/// <param name="options">How.</param>
/// <param name="resultFile">Where the program leaves its result, or null when it prints it.</param>
/// <param name="input">What is written to its standard input.</param>
internal sealed class CommandRun(ProcessStartInfo start, CommandOptions options, string? resultFile, string input)
{
    /// <summary>How long processes that the program left behind may hold its output open before they are ended.</summary>
    private static readonly TimeSpan LeftOpenPatience = TimeSpan.FromMilliseconds(250);

    /// <summary>How long to wait for the end of the output once nobody is left to write to it: on a busy machine the result may still be on its way.</summary>
    private static readonly TimeSpan LastWordsPatience = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets what is done besides when the trial is ended, such as ending its processes on another machine.</summary>
    public Func<Task>? AlsoKill { get; init; }

    /// <summary>Gets or sets whether the program only carries the trial to another machine: what it uses itself is nobody's business.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Gets or sets whether standard input stays open while the program runs; closing it is then the polite way to end it.</summary>
    public bool KeepsInputOpen { get; init; }

    /// <summary>Gets or sets the line on standard error after which nothing is the trial's any more, or null when there is none.</summary>
    public byte[]? EndMark { get; init; }

    /// <summary>Gets or sets what takes lines out of standard error that say what the trial uses; null when there are none.</summary>
    public FigureLines? Figures { get; init; }

    /// <summary>Gets or sets what the lines of standard output begin with that are to be read; null to read all.</summary>
    public string? Key { get; init; }

    /// <summary>Gets what came after <see cref="EndMark"/>.</summary>
    public string AfterMark { get; private set; } = string.Empty;

    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return LimitBreach.Cancelled.ToOutcome(options.Limits);
        }

        ChildProcess child;
        try
        {
            if (resultFile is not null)
            {
                // What an earlier trial left there must not be taken for this one's.
                Directory.CreateDirectory(Path.GetDirectoryName(resultFile)!);
                File.Delete(resultFile);
            }

            child = ChildProcess.Start(start, job.Slot);
        }
        catch (Win32Exception error)
        {
            return TrialOutcome.Fail(FailureKind.NotStarted, $"'{start.FileName}' cannot be started: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return TrialOutcome.Fail(FailureKind.NotStarted, $"'{start.FileName}' cannot be started, for there is trouble with its files: {error.Message}");
        }

        using (child)
        {
            return await RunAsync(child, job, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<TrialOutcome> RunAsync(ChildProcess child, TrialJob job, CancellationToken cancellation)
    {
        string? path = job.StudyFolder is null ? null : Path.GetFullPath(Path.Combine(job.StudyFolder, TrialPaths.Log(job.Number)));
        using TrialLog log = new(path, options.LogBytes);
        using CancellationTokenSource prune = new();
        TrialNotes notes = new(job) { Pruning = prune.Cancel };
        ResultScanner scanner = new(notes, Key);
        using TrialWatch watch = new(child.Tree, options.Limits, notes, () => log.Total + notes.Bytes, isFresh: true);
        watch.Warned = () => AskToEnd(child);
        using UsageDesk.Following following = IsElsewhere ? default : UsageDesk.Shared.Follow(watch);
        ErrorOutput errors = new(log, EndMark, Figures);
        Task prints = CommandStreams.Pump(child, log, errors, notes, scanner, input, KeepsInputOpen);

        LimitBreach? breach = await WaitAsync(child, watch, cancellation, prune.Token).ConfigureAwait(false);
        if (breach is not null)
        {
            await StopAsync(child, breach).ConfigureAwait(false);
        }

        ResourceUsage usage = watch.Finish();
        await prints.WaitAsync(LeftOpenPatience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndTreeAsync(child, notes).ConfigureAwait(false);
        await prints.WaitAsync(LastWordsPatience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        breach ??= child.Process.HasExited && child.Process.ExitCode != 0 ? watch.Obeyed : null;
        AfterMark = errors.AfterMark;
        TrialOutcome outcome = await ReadAsync(child, breach, notes, log, scanner).ConfigureAwait(false);
        log.Dispose();
        outcome = outcome.State == TrialState.Pruned ? outcome : notes.Complete(outcome);
        return outcome with { Usage = usage, Log = log.HasFile ? TrialPaths.Log(job.Number) : null };
    }

    private static async Task<LimitBreach?> WaitAsync(ChildProcess child, TrialWatch watch, CancellationToken cancellation, CancellationToken prune)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, prune);
        Task exit = child.Process.WaitForExitAsync(either.Token);
        await Task.WhenAny(exit, watch.Breached).ConfigureAwait(false);
        return exit.IsCompletedSuccessfully || child.Process.HasExited ? null
            : watch.Breached.IsCompleted ? await watch.Breached.ConfigureAwait(false)
            : LimitBreach.Cancelled;
    }

    private async Task StopAsync(ChildProcess child, LimitBreach breach)
    {
        if (!breach.AtOnce && options.Limits.Grace > TimeSpan.Zero)
        {
            AskToEnd(child);
            await child.WaitAsync(options.Limits.Grace).ConfigureAwait(false);
        }

        Task other = AlsoKill?.Invoke() ?? Task.CompletedTask;
        await Task.Run(child.Tree.Kill, CancellationToken.None).ConfigureAwait(false);
        await other.ConfigureAwait(false);
    }

    private void AskToEnd(ChildProcess child)
    {
        if (KeepsInputOpen)
        {
            CommandStreams.CloseInput(child);
        }
        else
        {
            child.Tree.Terminate();
        }
    }

    // Whatever the program left running would take from the trials that follow.
    private static async Task EndTreeAsync(ChildProcess child, TrialNotes notes)
    {
        await child.WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        int left = child.Tree.Members().Count;
        if (left > 0)
        {
            notes.SetAttribute("leftProcesses", left.ToString(CultureInfo.InvariantCulture));
            await Task.Run(child.Tree.Kill, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<TrialOutcome> ReadAsync(ChildProcess child, LimitBreach? breach, TrialNotes notes, TrialLog log, ResultScanner scanner)
    {
        if (notes.ShouldPrune)
        {
            return notes.Pruned();
        }

        int code = child.Process.HasExited ? child.Process.ExitCode : -1;
        if (breach is null && code != 0)
        {
            return Died(code, log, scanner);
        }

        TrialOutcome outcome = resultFile is null
            ? ResultReader.Read(scanner.Finish(breach is null), options.NeedsLoss, options.HasErrorFigure)
            : await ReadFileAsync().ConfigureAwait(false);

        // A result that was complete before the kill counts; a half or missing one is the kill's fault.
        return breach is null || outcome.State == TrialState.Complete ? outcome : breach.ToOutcome(options.Limits);
    }

    private static TrialOutcome Died(int code, TrialLog log, ResultScanner scanner)
    {
        // A program that says itself what went wrong is believed before its exit code.
        if (scanner.Finish(endedWell: true).Last is { } last
            && ResultReader.IsResultObject(last)
            && ResultReader.Read(last, "The last line") is { Failure: FailureKind.Exception } said)
        {
            return said;
        }

        string words = log.Tail(5);
        FailureKind kind = code is 126 or 127
            && (words.StartsWith("setsid:", StringComparison.Ordinal) || words.StartsWith("hypermax:", StringComparison.Ordinal))
            ? FailureKind.NotStarted
            : FailureKind.ProcessDied;
        return TrialOutcome.Fail(kind, $"The program ended with {ExitText.Describe(code)}.{(words.Length > 0 ? "\n" + words : string.Empty)}");
    }

    private async Task<TrialOutcome> ReadFileAsync()
    {
        try
        {
            string text = await ResultFile.ReadAsync(resultFile!, LastWordsPatience).ConfigureAwait(false);
            return ResultReader.Read(text, $"The result file '{resultFile}'", options.NeedsLoss, options.HasErrorFigure);
        }
        catch (Exception error)
        {
            return TrialOutcome.Fail(FailureKind.BadResult, $"The program ended well but left no result in '{resultFile}': {error.Message}");
        }
    }
}
