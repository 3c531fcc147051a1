using Hypermax.Execution.Usages;

namespace Hypermax.RabbitMq.Working;

/// <summary>Tells the search what a trial uses, by messages.</summary>
/// <param name="send">Sends it, if nothing else waits to be sent.</param>
internal sealed class SentUsages(Action<RunningUsage> send) : IUsageBoard
{
    private readonly UsagePace _pace = new(TimeSpan.FromMilliseconds(350));

    public void Tell(IReadOnlyList<RunningUsage> trials)
    {
        if (_pace.IsDue(trials))
        {
            _pace.Tell(trials, () => send(trials[0]));
        }
    }
}
