using System.CommandLine;
using Hypermax.Settings;

namespace Hypermax.Workers;

/// <summary>The options of verbs that take part in a shared study, about how long they do.</summary>
internal sealed class WorkOptions
{
    private readonly Option<int?> _maxTrials = new("--max-trials") { Description = "Leaves after so many trials of its own." };
    private readonly Option<string?> _maxTime = new("--max-time")
    {
        Description = "Begins no trial after this time, such as 90, 10m or 2h; the one that runs ends.",
    };

    private readonly Option<bool> _idleExit = new("--idle-exit")
    {
        Description = "Leaves when others run what is left. Otherwise it waits for the end of the study, and runs again what others leave behind.",
    };

    private readonly Option<string?> _grace = new("--grace")
    {
        Description = "How long running trials have after SIGUSR1 (20s); then others run them again. After SIGTERM it is 20 seconds at most.",
    };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_maxTrials);
        command.Add(_maxTime);
        command.Add(_idleExit);
        command.Add(_grace);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_maxTrials) is < 1)
            {
                result.AddError("--max-trials must be at least 1.");
            }

            foreach (Option<string?> option in new[] { _maxTime, _grace })
            {
                if (result.GetValue(option) is { } text && !IsTime(text, out _))
                {
                    result.AddError($"{option.Name} is '{text}'; it must be a time above 0: seconds, or a number with s, m or h, or hh:mm:ss.");
                }
            }
        });
    }

    /// <summary>Tells whether an option is one of these.</summary>
    public bool Has(Option option) => option == _maxTrials || option == _maxTime || option == _idleExit || option == _grace;

    /// <summary>Starts to listen to signals, with the time that was asked for.</summary>
    public LeaveSignal Listen(ParseResult parsed) => new(Time(parsed, _grace) ?? LeaveSignal.UsualGrace);

    /// <summary>Reads what was given.</summary>
    public SharedWork Read(ParseResult parsed, string address, string? study, LeaveSignal leave) => new()
    {
        Address = address,
        Study = study,
        MaxTrials = parsed.GetValue(_maxTrials),
        MaxTime = Time(parsed, _maxTime),
        LeavesWhenIdle = parsed.GetValue(_idleExit),
        Leave = leave,
    };

    private static TimeSpan? Time(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text && IsTime(text, out TimeSpan time) ? time : null;

    private static bool IsTime(string text, out TimeSpan time) => Rules.Duration.TryRead(text, out time, out _) && time > TimeSpan.Zero;
}
