using System.Diagnostics;
using Hypermax.Telemetry;

namespace Hypermax.Execution.Command;

/// <summary>Runs every trial as a program of any kind: parameters in, one number or JSON object out.</summary>
/// <remarks>
/// <para>The result is the last line of standard output that is not empty (or the content of a result file): a bare number,
/// or a JSON object with <c>loss</c> whose other numbers become metrics and whose other values become attributes. A line
/// <c>{"step":3,"value":0.4}</c> before it is an intermediate value. Everything printed is kept as the log.</para>
/// <para>The program gets a session of its own and is ended with everything it started, also when it ended well and left
/// processes behind. Safe to call from several threads at once.</para>
/// </remarks>
public sealed class CommandExecutor : IExecutor
{
    private readonly CommandSpec _spec;
    private readonly CommandOptions _options;
    private readonly CommandTemplates _templates;
    private readonly string _program;

    /// <summary>Creates an executor after checking all that can be checked without running a trial.</summary>
    /// <param name="spec">The command.</param>
    /// <param name="space">The space its templates name parameters of.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <exception cref="ExecutorException">The program or folder does not exist, is not executable, or a template names an unknown parameter.</exception>
    /// <exception cref="ArgumentException">The limits contradict each other.</exception>
    public CommandExecutor(CommandSpec spec, SearchSpace space, CommandOptions? options = null)
    {
        _spec = spec;
        _options = options ?? new CommandOptions();
        _options.Limits.Validate();
        _program = ExecutableFinder.Find(spec.FileName, spec.WorkingDirectory);
        _templates = new CommandTemplates(spec, space);
    }

    /// <summary>Gets whether a program of ours runs the trial: it gets a key as the first line of its input,
    /// and only lines that begin with it are read.</summary>
    internal bool HasKey { get; init; }

    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        string? resultFile = _templates.ResultFile(job);
        ProcessStartInfo start = ChildProcess.InSession(_program, _templates.Arguments(job, resultFile));
        start.WorkingDirectory = _spec.WorkingDirectory ?? string.Empty;
        if (TraceParent.Current is { } trace)
        {
            start.Environment[TraceParent.Variable] = trace;
        }

        IEnumerable<KeyValuePair<string, string?>> slot = _options.SlotEnvironment?.Invoke(job.Slot) ?? Enumerable.Empty<KeyValuePair<string, string?>>();
        foreach ((string name, string? value) in slot.Concat(_templates.Environment(job, resultFile)))
        {
            start.Environment[name] = value;
        }

        string? key = HasKey ? Guid.NewGuid().ToString("N") : null;
        string input = _spec.ParametersOnInput ? CommandTemplates.Json(job, _spec.IsNested) + "\n" : string.Empty;
        CommandOptions options = job.Limits is { } own ? _options with { Limits = own } : _options;
        CommandRun run = new(start, options, resultFile, key is null ? input : $"{key}\n{input}") { Key = key };
        return await run.RunAsync(job, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
