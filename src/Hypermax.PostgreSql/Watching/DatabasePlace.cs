using Hypermax.Execution.Usages;
using Hypermax.PostgreSql.Connecting;
using Hypermax.PostgreSql.Records;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;
using Npgsql;

namespace Hypermax.PostgreSql.Watching;

/// <summary>A study of a database.</summary>
/// <param name="pulse">The database.</param>
/// <param name="name">The name of the study.</param>
internal sealed class DatabasePlace(DatabasePulse pulse, string name) : StudyPlace($"{pulse.Address}\n{name}", $"{name} in {pulse.Address}")
{
    public override IReadOnlyList<string> CommandWords => ["--store", pulse.Address.ForCommands, "--study", name];

    public override StudyMeans Means => pulse.Refusal is { } refusal ? new StudyMeans([]) { Refusal = refusal } : StudyMeans.All;

    public override IStudyPapers Papers { get; } = new DatabasePapers(pulse, name);

    public override IUsageLook Usages { get; } = new DatabaseUsages(pulse, name);

    public override IStudyFeed Follow() => new DatabaseFeed(pulse, name);

    public override (GuideAnswer Answer, GuideEnd End) Ask(GuideRequest request, TimeSpan wait)
    {
        pulse.Expire();
        pulse.Take();
        try
        {
            return pulse.Heads.GetValueOrDefault(name) is not { } head
                ? Refuse($"Database {pulse.Address} has no study '{name}'. 'hypermax db list' names all.")
                : GuideAction.IsForSearch(request.Action) ? Tell(request, head)
                : Record(request, head, wait);
        }
        catch (FormatException error)
        {
            return Refuse(error.Message);
        }
        finally
        {
            pulse.Expire();
        }
    }

    private static (GuideAnswer Answer, GuideEnd End) Refuse(string reason) => (new GuideAnswer(IsDone: false, reason), GuideEnd.Refused);

    // What the search proposes is a record of the study, for those who search it now and later.
    private (GuideAnswer Answer, GuideEnd End) Record(GuideRequest request, StudyHead head, TimeSpan wait)
    {
        using PostgresStore store = PostgresStore.OpenAside(pulse.Address, name, wait);
        GuideAnswer answer = Guide.Record(store, request, isSearched: head.Workers is not null)!;
        return (answer, answer.IsDone ? GuideEnd.Done : GuideEnd.Refused);
    }

    // What the search itself is to do is word for those who search it now.
    private (GuideAnswer Answer, GuideEnd End) Tell(GuideRequest request, StudyHead head)
    {
        string promise = Guide.Promise(request);
        if (head.Workers is not { } workers)
        {
            string remedy = request.Action == GuideAction.Trials ? "Start a worker with that number of trials." : "Start a worker first.";
            return (
                new GuideAnswer(IsDone: false, $"Nobody searches '{name}' in {pulse.Address}, and '{request.Action}' is for a search that runs. {remedy}"),
                GuideEnd.NotSearching);
        }

        if (request.Action == GuideAction.Status)
        {
            return (new GuideAnswer(IsDone: true, promise) { Status = pulse.Read(connection => NoticePapers.Status(connection, head.Id)) }, GuideEnd.Done);
        }

        if (request.Trial is int trial && Guide.RefusalToEnd(trial, pulse.Read(connection => StudyRow.IsRunning(connection, head.Id, trial))) is { } refusal)
        {
            return Refuse(refusal);
        }

        Announce(request, head.Id);
        return (new GuideAnswer(IsDone: true, $"{promise} {workers} will hear of it within a few seconds."), GuideEnd.Done);
    }

    // On a connection of its own, so that nobody who only looks waits for a turn on the study.
    private void Announce(GuideRequest request, long study)
    {
        try
        {
            using NpgsqlConnection connection = pulse.Address.ForWatching().Connect();
            NoticePapers.Announce(connection, study, name, request.ToJson());
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error))
        {
            throw ServerTrouble.Explain(error, pulse.Address);
        }
    }
}
