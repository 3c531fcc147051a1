using Hypermax.PostgreSql.Records;
using Hypermax.Studies.Guiding;

namespace Hypermax.PostgreSql.Workers;

/// <summary>Word for all who search the study of a store, over the connection of the store.</summary>
/// <param name="store">The store.</param>
/// <param name="name">The name of the study.</param>
internal sealed class StoreNotices(PostgresStore store, string name) : INotices
{
    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public long Last() => store.Ask(NoticePapers.Last, 0);

    public IReadOnlyList<(long Number, string Text)> After(long heard) => store.Ask((connection, study) => NoticePapers.After(connection, study, heard), []);

    public void Announce(string text) => store.Ask(
        (connection, study) =>
        {
            NoticePapers.Announce(connection, study, name, text);
            return true;
        },
        unknown: false);

    public void Plan(int trials) => store.Ask(
        (connection, study) =>
        {
            NoticePapers.Plan(connection, study, trials);
            return true;
        },
        unknown: false);
}
