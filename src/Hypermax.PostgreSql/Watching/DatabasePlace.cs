using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.PostgreSql.Watching;

/// <summary>A study of a database.</summary>
/// <param name="pulse">The database.</param>
/// <param name="name">The name of the study.</param>
internal sealed class DatabasePlace(DatabasePulse pulse, string name) : StudyPlace($"{pulse.Address}\n{name}", $"{name} in {pulse.Address}")
{
    private const string Missing = "Its workers are not paused or stopped from here, and have the number of trials they were started with: "
        + "ask each where it runs. What you ask about parameters and points, all of them obey with their next trial, and so do those that come later.";

    private static readonly StudyMeans Some = new(
        [GuideAction.Lock, GuideAction.Range, GuideAction.Free, GuideAction.Scramble, GuideAction.Relearn, GuideAction.Enqueue])
    {
        Missing = Missing,
    };

    public override StudyMeans Means => pulse.Refusal is { } refusal ? new StudyMeans([]) { Missing = Missing, Refusal = refusal } : Some;

    public override IStudyPapers Papers { get; } = new DatabasePapers(pulse, name);

    public override IStudyFeed Follow() => new DatabaseFeed(pulse, name);

    public override GuideAnswer Ask(GuideRequest request, TimeSpan wait)
    {
        bool isSearched = pulse.Heads.GetValueOrDefault(name)?.Workers is not null;
        using PostgresStore store = PostgresStore.OpenAside(pulse.Address, name, wait);
        GuideAnswer answer = store.Header is null
            ? new GuideAnswer(IsDone: false, $"Database {pulse.Address} has no study '{name}' any more. 'hypermax db list' names all.")
            : Guide.Record(store, request, isSearched)
                ?? new GuideAnswer(IsDone: false, $"'{request.Action}' is for one process, and a study in a database may have many. {Missing}");
        pulse.Expire();
        return answer;
    }
}
