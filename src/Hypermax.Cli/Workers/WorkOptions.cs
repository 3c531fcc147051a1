using System.CommandLine;
using Hypermax.Usage;

namespace Hypermax.Workers;

/// <summary>The options of verbs that take part in a shared study, about how long they do.</summary>
internal sealed class WorkOptions
{
    private readonly Option<int?> _maxTrials = new Option<int?>("--max-trials") { Description = "Leaves after so many trials of its own." }
        .Within(1, int.MaxValue);

    private readonly Option<TimeSpan?> _maxTime = TimeOptions.Time(
        "--max-time", "Begins no trial after this time, such as 90, 10m or 2h; the one that runs ends.");

    private readonly Option<bool> _idleExit = new("--idle-exit")
    {
        Description = "Leaves when others run what is left. Otherwise it waits for the end of the study, and runs again what others leave behind.",
    };

    private readonly Option<TimeSpan?> _grace = TimeOptions.Time(
        "--grace", "How long running trials have after SIGUSR1 (20s); then others run them again. After SIGTERM it is 20 seconds at most.");

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_maxTrials);
        command.Add(_maxTime);
        command.Add(_idleExit);
        command.Add(_grace);
    }

    /// <summary>Tells whether an option is one of these.</summary>
    public bool Has(Option option) => option == _maxTrials || option == _maxTime || option == _idleExit || option == _grace;

    /// <summary>Starts to listen to signals, with the time that was asked for.</summary>
    public LeaveSignal Listen(ParseResult parsed) => new(parsed.GetValue(_grace) ?? LeaveSignal.UsualGrace);

    /// <summary>Reads what was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The folder that was asked for, or null.</param>
    /// <param name="leave">What asks the worker to leave.</param>
    public SharedWork Read(ParseResult parsed, string? folder, LeaveSignal leave) => new()
    {
        Folder = folder,
        MaxTrials = parsed.GetValue(_maxTrials),
        MaxTime = parsed.GetValue(_maxTime),
        LeavesWhenIdle = parsed.GetValue(_idleExit),
        Leave = leave,
    };
}
