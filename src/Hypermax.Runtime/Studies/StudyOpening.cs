using System.Reflection;
using Hypermax.Execution.Losses;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>Begins a study in an empty store, or makes sure that the one in there is the one that was meant.</summary>
internal static class StudyOpening
{
    /// <summary>Opens the study of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="space">The space that is asked for.</param>
    /// <param name="options">What else is asked for.</param>
    /// <param name="method">The name of the method.</param>
    /// <param name="change">What was found if the objective has changed since the last trials; else null.</param>
    /// <exception cref="StudyMismatchException">The store holds another study.</exception>
    public static StudyHeader Open(IStudyStore store, SearchSpace space, StudyOptions options, string method, out ObjectiveChange? change)
    {
        using (store.Enter())
        {
            if (store.Header is null)
            {
                Begin(store, space, options, method);
            }
            else
            {
                Compare(store, space, options, method);
            }

            change = Note(store, options);
            return store.Header!;
        }
    }

    /// <summary>Gets the fingerprint of the objective in force; null when none was recorded.</summary>
    public static string? LastObjective(IReadOnlyList<StudyChange> changes) => changes.LastOrDefault(change => change.Objective is not null)?.Objective;

    private static string Version { get; } =
        typeof(StudyOpening).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    private static void Begin(IStudyStore store, SearchSpace space, StudyOptions options, string method)
    {
        store.Begin(new StudyHeader
        {
            Name = options.Name ?? space.Name,
            Space = space,
            Directions = options.Directions,
            Loss = LossText.Write(options.Loss),
            Seed = options.Seed,
            Method = method,
            Lag = options.Order == ProposalOrder.Arrival ? null : options.Lag ?? options.Workers,
            Version = Version,
            Created = options.Clock.GetUtcNow(),
        });
        if (options.TryDefaults && DefaultPoint.Of(space) is { } point)
        {
            store.Steer(new Steering.Enqueue(0, Point.Owning(point)));
        }
    }

    private static void Compare(IStudyStore store, SearchSpace space, StudyOptions options, string method)
    {
        List<StudyDifference> differences = [.. StudyIdentity.Compare(store.Header!, space, options, method)];
        bool isNewMethod = options.MethodChange == MethodChangeAnswer.Accept
            && differences.RemoveAll(difference => difference.Name == StudyIdentity.Method) > 0;
        if (HasOtherObjective(store, options) && options.ObjectiveChange is ObjectiveChangeAnswer.Fail or ObjectiveChangeAnswer.Fresh)
        {
            differences.Add(
                new StudyDifference(
                    "objective",
                    LastObjective(store.Changes)!,
                    options.ObjectiveFingerprint!,
                    "What decides the loss has changed, so old and new values may not be comparable; ObjectiveChange can go on with a warning, "
                    + "or evaluate the best again."));
        }

        if (differences.Count > 0)
        {
            throw new StudyMismatchException(store.Header!, space, differences);
        }

        if (isNewMethod)
        {
            store.Change(new StudyChange(store.Trials.Count) { Method = method });
        }
    }

    private static bool HasOtherObjective(IStudyStore store, StudyOptions options) =>
        options.ObjectiveFingerprint is { } now && LastObjective(store.Changes) is { } before && before != now && store.Finished.Count > 0;

    private static ObjectiveChange? Note(IStudyStore store, StudyOptions options)
    {
        if (options.ObjectiveFingerprint is not { } objective || LastObjective(store.Changes) == objective)
        {
            return null;
        }

        int from = store.Trials.Count;
        bool isOther = HasOtherObjective(store, options);
        IReadOnlyList<int>? leaders = isOther && options.ObjectiveChange == ObjectiveChangeAnswer.Remeasure
            ? Remeasuring.LeadersOf(store.Trials, store.Header!.Directions[0])
            : null;
        store.Change(new StudyChange(from) { Objective = objective, Leaders = leaders });
        return isOther ? new ObjectiveChange(from, options.ObjectiveChange, leaders?.Count ?? 0) : null;
    }
}
