using System.Diagnostics;
using Hypermax.Build.Preparing;
using Hypermax.Build.Protocol;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Running;

/// <summary>Runs the coordinator and turns its lines into messages, warnings and errors of the build.</summary>
/// <remarks>
/// <para>Our own task rather than <c>Exec</c> or <c>ToolTask</c>: those kill the process at once when the build is cancelled and
/// leave it behind when the build itself is killed. Here the coordinator watches its standard input; when that ends, for
/// whatever reason, it stores what it has and leaves.</para>
/// </remarks>
public sealed class RunSearch : Task, ICancelableTask
{
    // MSBuild complains (MSB4220) about tasks that take longer to cancel.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private volatile bool _isCancelled;

    /// <summary>Gets or sets the dotnet host that runs the coordinator.</summary>
    [Required]
    public string Host { get; set; } = string.Empty;

    /// <summary>Gets or sets the coordinator's assembly.</summary>
    [Required]
    public string Tool { get; set; } = string.Empty;

    /// <summary>Gets or sets the arguments file.</summary>
    [Required]
    public string ArgumentsFile { get; set; } = string.Empty;

    /// <summary>Gets or sets where the outcome is stored for builds in which the search is up to date.</summary>
    [Required]
    public string ResultFile { get; set; } = string.Empty;

    /// <summary>Gets or sets whether the terminal logger is asked to show progress while the search runs.</summary>
    public bool Live { get; set; }

    /// <summary>Gets or sets the settings that hold for this run alone, as <c>name=value</c> items.</summary>
    public string[] Once { get; set; } = [];

    /// <summary>Gets or sets whether one trial is repeated, which finishes nothing.</summary>
    public bool IsRepeat { get; set; }

    /// <summary>Gets or sets the tuned files whose content changed.</summary>
    [Output]
    public string[] TunedFiles { get; set; } = [];

    /// <summary>Gets or sets whether the search came to its own end, so that it is up to date from now on.</summary>
    [Output]
    public bool IsFinished { get; set; }

    /// <inheritdoc/>
    public void Cancel() => _isCancelled = true;

    /// <inheritdoc/>
    public override bool Execute()
    {
        List<CoordinatorLine> lines = [];
        using CoordinatorProcess process = new(Host, CommandLine(), GlobalProperties.Of(BuildEngine).SecretStore);
        Log.LogMessage(MessageImportance.Low, "{0}", process.Description);
        LineLogger logger = new(Log, BuildEngine, Live);
        Stopwatch? cancelling = null;
        while (!process.HasEnded)
        {
            Show(process, logger, lines, TimeSpan.FromMilliseconds(50));
            if (_isCancelled && cancelling is null)
            {
                cancelling = Stopwatch.StartNew();
                process.CloseInput();
            }

            if (cancelling?.Elapsed > Grace)
            {
                process.Kill();
                break;
            }
        }

        process.Drain();
        while (Show(process, logger, lines, TimeSpan.Zero))
        {
            // Until nothing is left.
        }

        Finish(process, lines);
        return !Log.HasLoggedErrors;
    }

    private string[] CommandLine() =>
    [
        "exec",
        Tool,
        "tune",
        ArgumentsFile,
        "--format",
        "msbuild",
        .. Once.SelectMany(static setting => new[] { "--property", setting }),
    ];

    private static bool Show(CoordinatorProcess process, LineLogger logger, List<CoordinatorLine> lines, TimeSpan wait)
    {
        if (!process.TryTake(wait, out string line))
        {
            return false;
        }

        CoordinatorLine known = CoordinatorLine.Parse(line) ?? new CoordinatorLine(LineKind.Detail, line);
        lines.Add(known);
        logger.Show(known);
        return true;
    }

    private void Finish(CoordinatorProcess process, List<CoordinatorLine> lines)
    {
        if (!_isCancelled && process.ExitCode != 0 && !Log.HasLoggedErrors)
        {
            string ended = FormattableString.Invariant($"The search ended unexpectedly with exit code {process.ExitCode}.");
            Log.Say(BuildRules.EndedUnexpectedly, $"{ended} Finished trials are kept; run the build again to go on. {process.LastErrors}");
        }

        TunedFiles = [.. lines.Where(line => line.Kind == LineKind.Tuned).Select(line => line.Text)];
        IsFinished = process.ExitCode == 0 && !_isCancelled && !IsRepeat && lines.Exists(line => line.Kind == LineKind.File);
        if (IsFinished)
        {
            new StoredResult(
                [.. lines.Where(line => line.Kind == LineKind.Message && line.Code != CoordinatorLine.Once).Select(line => line.Text)],
                [.. lines.Where(line => line.Kind == LineKind.File).Select(line => line.Text)]).Write(ResultFile);
        }
    }
}
