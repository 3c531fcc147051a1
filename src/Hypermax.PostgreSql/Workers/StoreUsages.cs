using Hypermax.Execution.Usages;
using Hypermax.ProcessTable;

namespace Hypermax.PostgreSql.Workers;

/// <summary>Tells what running trials use by a row of the database, over the connection of the store while nobody else needs it.</summary>
/// <param name="store">The store.</param>
internal sealed class StoreUsages(PostgresStore store) : IUsageBoard
{
    private readonly UsagePace _pace = new(TimeSpan.FromMilliseconds(350));
    private long _stamp;

    public void Tell(IReadOnlyList<RunningUsage> trials)
    {
        if (_pace.IsDue(trials))
        {
            store.TryAside((connection, study, worker) => _pace.Tell(
                trials, () => UsageRow.Tell(connection, study, worker, new UsageSheet(ProcessName.Self, ++_stamp, trials))));
        }
    }
}
