using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Remote;

/// <summary>Runs every trial as a command on another machine, over <c>ssh</c>.</summary>
/// <remarks>
/// <para>The same as <see cref="CommandExecutor"/> seen from far: JSON on standard input, the result on the last line. A small
/// script beside the trial holds the connection's input as a life line: whether a limit is reached, the search is cancelled,
/// its process killed or the network cut, the trial ends there with everything it started.</para>
/// <para>Limits on memory and processor time are kept by that script, which looks three times a second through the host's
/// /proc, or every two seconds where there are none; the processor time and the largest working set it saw are the usage of
/// the trial. Safe to call from several threads at once.</para>
/// </remarks>
public sealed class RemoteExecutor : IExecutor
{
    private readonly RemoteSpec _spec;
    private readonly CommandOptions _options;
    private readonly SshClient _ssh;
    private readonly Template _command;
    private readonly string[] _hostOfSlot;

    private RemoteExecutor(RemoteSpec spec, CommandOptions options, SshClient ssh, Template command)
    {
        _spec = spec;
        _options = options;

        _ssh = ssh;
        _command = command;
        _hostOfSlot =
        [
            .. spec.Hosts.SelectMany(host => Enumerable.Range(0, host.Slots).Select(slot => (host.Name, slot)))
                .OrderBy(pair => pair.slot)
                .Select(pair => pair.Name),
        ];
    }

    /// <summary>Creates an executor: checks the command, reaches every host, and copies the folder where it is not there yet.</summary>
    /// <param name="spec">What to run, and where.</param>
    /// <param name="space">The space of the points.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    /// <exception cref="ExecutorException">There is no ssh client, a host cannot be reached, a folder is missing,
    /// or a template names an unknown parameter.</exception>
    /// <exception cref="ArgumentException">There is no host, a limit cannot be kept over ssh, or limits contradict each other.</exception>
    public static async Task<RemoteExecutor> CreateAsync(
        RemoteSpec spec, SearchSpace space, CommandOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CommandOptions();
        options.Limits.Validate();
        RemoteRules.Check(spec, options.Limits);
        Template command = CommandTemplates.ParseShell(spec.Command, space);
        SshClient ssh = new(spec);
        string? hash = spec.Copy is null ? null : await RemoteFolder.HashAsync(spec.Copy.From, cancellation).ConfigureAwait(false);
        await Task.WhenAll(
            spec.Hosts.Select(host => host.Name)
                .Distinct(StringComparer.Ordinal)
                .Select(host => PrepareAsync(ssh, spec, host, hash, RemoteRules.Measures(options.Limits), cancellation))).ConfigureAwait(false);
        return new RemoteExecutor(spec, options, ssh, command);
    }

    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        TrialLimits limits = job.Limits ?? _options.Limits;
        string host = _hostOfSlot[job.Slot % _hostOfSlot.Length];
        string mark = Guid.NewGuid().ToString("N");
        string command = _command.Fill(name => CommandTemplates.Value(name, job, null, _spec.IsNested) is { } value ? CommandLine.Quote(value) : string.Empty)!;
        string script = RemoteScripts.Trial(
            _spec.Folder,
            mark,
            job.Slot,
            (_options.SlotEnvironment?.Invoke(job.Slot) ?? Enumerable.Empty<KeyValuePair<string, string?>>()).Concat(TrialPaths.Variables(job)),
            command,
            limits,
            tells: job.StudyFolder is not null || job.Usages is not null);

        // The client here is not the trial.
        CommandOptions local = _options with { Limits = limits with { MemoryBytes = null, CpuTime = null } };
        using RemoteUsage usage = new(job);
        CommandRun run = new(_ssh.Start(host, script), local, null, CommandTemplates.Json(job, _spec.IsNested) + "\n")
        {
            IsElsewhere = true,
            KeepsInputOpen = true,
            AlsoKill = () => _ssh.RunAsync(host, RemoteScripts.Kill(mark), null, CancellationToken.None),
            EndMark = RemoteScripts.EndMark(mark),
            Figures = new FigureLines(RemoteScripts.UseMark(mark), usage.Take),
        };
        TrialOutcome outcome = await run.RunAsync(job, cancellation).ConfigureAwait(false);
        RemoteReport report = RemoteReport.Read(run.AfterMark, limits);
        if (outcome.Failure == FailureKind.ProcessDied && report.Breach is { } breach)
        {
            TrialOutcome stopped = breach.ToOutcome(limits);
            outcome = outcome with { Failure = stopped.Failure, Message = stopped.Message, Value = stopped.Value };
        }

        Dictionary<string, string> attributes = new(outcome.Attributes, StringComparer.Ordinal) { ["host"] = host };
        return RemoteRules.Explain(outcome with { Attributes = attributes, Usage = report.Usage }, host);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task PrepareAsync(SshClient ssh, RemoteSpec spec, string host, string? hash, bool measures, CancellationToken cancellation)
    {
        if (hash is not null)
        {
            await ReachAsync(ssh, host, null, measures, cancellation).ConfigureAwait(false);
            await RemoteFolder.CopyAsync(ssh, spec, host, hash, cancellation).ConfigureAwait(false);
        }

        await ReachAsync(ssh, host, spec.Folder, measures, cancellation).ConfigureAwait(false);
    }

    private static async Task ReachAsync(SshClient ssh, string host, string? folder, bool measures, CancellationToken cancellation)
    {
        (int code, string output, string error) = await ssh.RunAsync(host, RemoteScripts.Check(folder, measures), null, cancellation).ConfigureAwait(false);
        if (code == 0 && output.Contains("hypermax-ready", StringComparison.Ordinal))
        {
            return;
        }

        throw new ExecutorException(code switch
        {
            126 => $"The folder '{folder}' does not exist on host '{host}'. Create it, or have it copied there first.",
            125 => $"Host '{host}' has no /proc, awk or getconf, so limits on memory and processor time cannot be measured there. "
                + "Put them into the command, such as 'ulimit -v 4000000; python3 train.py'.",
            _ => $"Host '{host}' cannot be reached over ssh: {ExitText.Sentence(error)} Check that 'ssh {host} true' works without a password.",
        });
    }
}
