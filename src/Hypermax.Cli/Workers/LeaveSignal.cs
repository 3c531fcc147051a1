using System.Runtime.InteropServices;
using Hypermax.Execution;

namespace Hypermax.Workers;

/// <summary>Tells a worker to leave: a scheduler warns it (SIGUSR1), ends it (SIGTERM, SIGHUP), or a person does (Ctrl-C).</summary>
/// <remarks>
/// From the first signal on no trial begins. Running ones have a time to end by themselves; then they are given back. Slurm kills half a minute after
/// SIGTERM as a rule, so that signal leaves twenty seconds at most; a warning leaves all the time that was asked for.
/// </remarks>
internal sealed class LeaveSignal : IDisposable
{
    /// <summary>How long running trials have where nobody says.</summary>
    public static readonly TimeSpan UsualGrace = TimeSpan.FromSeconds(20);

    // What is left for giving trials back, after which the process leaves all the same.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly TimeSpan _grace;
    private IDisposable? _exit;
    private IDisposable? _end;

    /// <summary>Starts listening.</summary>
    /// <param name="grace">How long running trials have after a warning.</param>
    /// <param name="listens">Whether signals are heard; else only <see cref="Ask"/> is.</param>
    public LeaveSignal(TimeSpan grace, bool listens = true)
    {
        _grace = grace;
        if (!listens)
        {
            return;
        }

        Listen(PosixSignal.SIGINT, TimeSpan.Zero, isPlanned: false);
        Listen(PosixSignal.SIGTERM, Least(grace), isPlanned: false);
        Listen(PosixSignal.SIGHUP, Least(grace), isPlanned: false);
        if (!OperatingSystem.IsWindows())
        {
            Listen((PosixSignal)(OperatingSystem.IsMacOS() ? 30 : 10), grace, isPlanned: true);
        }
    }

    /// <summary>Gets what is cancelled when no trial is to begin any more.</summary>
    public CancellationToken Leaving => _leaving.Token;

    /// <summary>Gets what is cancelled when running trials are to be given back.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Gets whether the worker was ended, and not only warned of an end that was planned.</summary>
    public bool WasEnded { get; private set; }

    /// <summary>Asks the worker to leave, as a warning does.</summary>
    public void Ask() => Leave(_grace, isPlanned: true);

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _exit?.Dispose();
        _end?.Dispose();
        _leaving.Dispose();
        _ending.Dispose();
    }

    private static TimeSpan Least(TimeSpan grace) => grace < UsualGrace ? grace : UsualGrace;

    private void Listen(PosixSignal signal, TimeSpan grace, bool isPlanned) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        Leave(grace, isPlanned);
    }));

    // A second signal may only shorten what the first one left.
    private void Leave(TimeSpan grace, bool isPlanned)
    {
        WasEnded |= !isPlanned;
        _exit ??= LongWaits.After(TimeProvider.System, grace + Patience, () => Environment.Exit(ExitCodes.Cancelled));
        _leaving.Cancel();
        _end?.Dispose();
        _end = LongWaits.After(TimeProvider.System, grace, _ending.Cancel);
    }
}
