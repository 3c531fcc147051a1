using Hypermax.Search;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui;

/// <summary>The console of a search in this process, on a thread of its own; whatever happens to it, the search goes on in plain lines.</summary>
/// <remarks>
/// Whoever never pressed a key does not wait for one: the console leaves by itself when the search has ended. Else it stays, as somebody
/// may be reading, until a key leaves it.
/// </remarks>
internal sealed class SearchUi : ISearchObserver
{
    private readonly SearchLines _lines;
    private readonly CancellationToken _stop;
    private readonly Terminal _terminal;
    private readonly Func<IKeys> _keys;
    private readonly Func<Area> _area;
    private readonly Lock _lock = new();
    private Thread? _thread;
    private UiLoop? _loop;
    private volatile string? _ended;
    private volatile bool _isOver;
    private Study? _study;
    private bool _hasLeft;

    /// <param name="lines">Takes what is said when the console is not there.</param>
    /// <param name="stop">Ends the search, and the console with it.</param>
    public SearchUi(SearchLines lines, CancellationToken stop)
        : this(lines, new Terminal(Console.OpenStandardOutput(), TerminalFacts.HasColours), () => new KeyReader(), () => TerminalFacts.Area, stop)
    {
    }

    /// <inheritdoc cref="SearchUi(SearchLines, CancellationToken)"/>
    /// <param name="terminal">Where to draw.</param>
    /// <param name="keys">Begins to read keys.</param>
    /// <param name="area">Tells the room there is.</param>
    internal SearchUi(SearchLines lines, Terminal terminal, Func<IKeys> keys, Func<Area> area, CancellationToken stop) =>
        (_lines, _terminal, _keys, _area, _stop) = (lines, terminal, keys, area, stop);

    public void Begin(SearchTask task, Study study, RunningTrials running)
    {
        _study = study;
        _lines.Hold();
        AppDomain.CurrentDomain.ProcessExit += Leave;
        LiveSource source = new(study, running, () => _lines.Held, () => _ended);
        _thread = new Thread(() => Run(source)) { IsBackground = true, Name = "console" };
        _thread.Start();
    }

    public void Add(StudyProgress progress)
    {
        // The console looks often enough.
    }

    public void End(StudyResult? result) => _ended = result is null
        ? "ended by an error"
        : $"ended by {EndText.Of(result.Reason, _study!.Options with { Trials = _study.PlannedTrials })}";

    public void Dispose()
    {
        if (_thread is null)
        {
            return;
        }

        _isOver = _loop?.WasTouched != true;
        using CancellationTokenRegistration stop = _stop.Register(() => _isOver = true);
        _thread.Join();
        AppDomain.CurrentDomain.ProcessExit -= Leave;
    }

    private void Run(LiveSource source)
    {
        string? trouble = null;
        try
        {
            _loop = new UiLoop(source, _terminal, _keys(), _area);
            _loop.Run(() => _isOver);
        }
        catch (Exception error)
        {
            trouble = $"The console stopped: {TrialText.FirstLine(error.Message)} The search goes on in plain lines.";
        }

        Leave(this, EventArgs.Empty);
        if (trouble is not null)
        {
            _lines.Message(trouble);
        }
    }

    // Also when the process is made to leave: the terminal is given back, and nothing that was said is lost.
    private void Leave(object? sender, EventArgs arguments)
    {
        lock (_lock)
        {
            if (_hasLeft)
            {
                return;
            }

            _hasLeft = true;
            try
            {
                _terminal.Leave();
            }
            catch (IOException)
            {
                // It is closed.
            }

            _lines.Release();
        }
    }
}
