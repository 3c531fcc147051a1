using System.Runtime.InteropServices;

namespace Hypermax.Search;

/// <summary>Tells when the search should end: Ctrl-C, a terminate signal, or the end of the standard input that the build holds open.</summary>
/// <remarks>When the search has not ended by itself a while later, the process leaves all the same: the journal has every finished trial.</remarks>
internal sealed class StopSignal : IDisposable
{
    // Below the three seconds after which the build kills what is left.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private Timer? _exit;

    /// <summary>Starts listening.</summary>
    /// <param name="input">The standard input when a build holds it, else null.</param>
    public StopSignal(Stream? input)
    {
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                if (signal != PosixSignal.SIGHUP || !OutlivesTerminal)
                {
                    Stop();
                }
            }));
        }

        if (input is not null)
        {
            new Thread(() => Listen(input)) { IsBackground = true, Name = "end of input" }.Start();
        }
    }

    /// <summary>Gets or sets whether the search goes on when its terminal is closed; it can be watched and ended from another one.</summary>
    public bool OutlivesTerminal { get; set; }

    /// <summary>Gets the token that is cancelled.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _exit?.Dispose();
    }

    private void Listen(Stream input)
    {
        byte[] ignored = new byte[256];
        try
        {
            while (input.Read(ignored) > 0)
            {
                // Nothing is said this way; only the end counts.
            }
        }
        catch (IOException)
        {
            // A broken pipe is an end too.
        }

        Stop();
    }

    private void Stop()
    {
        _exit ??= new Timer(_ => Environment.Exit(ExitCodes.Cancelled), state: null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }
}
