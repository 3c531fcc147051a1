using System.Reflection;
using Hypermax.Budgets;
using Hypermax.Execution.Losses;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Studies.Budgeting;

namespace Hypermax.Studies;

/// <summary>Begins a study in an empty store, or makes sure that the one in there is the one that was meant.</summary>
internal static class StudyOpening
{
    /// <summary>Opens the study of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="space">The space that is asked for.</param>
    /// <param name="options">What else is asked for.</param>
    /// <returns>What the study is, what proposes its points, and what was found if the objective has changed since the last trials; else null.</returns>
    /// <exception cref="StudyMismatchException">The store holds another study.</exception>
    /// <exception cref="ArgumentException">The method has no such options.</exception>
    public static (StudyHeader Header, ISampler Sampler, ObjectiveChange? Change) Open(IStudyStore store, SearchSpace space, StudyOptions options)
    {
        while (true)
        {
            bool begins;
            (StudyHeader Header, ISampler Sampler, ObjectiveChange? Change) opened;
            using (store.Enter())
            {
                MethodChoice method = MethodChoice.Of(options, store.Header);
                ObjectivesRules.Check(method.Sampler, options.Directions.Count);
                begins = store.Header is null;
                if (begins)
                {
                    Begin(store, space, options, method);
                }
                else
                {
                    BudgetRules.Check(options, store.Header!);
                    Compare(store, space, options, method);
                }

                ObjectiveChange? change = Note(store, options);
                opened = (store.Header!, method.Sampler, change);
            }

            if (!begins || IsKept(store, opened.Header))
            {
                return opened;
            }
        }
    }

    // Where a store loses touch just as a turn ends, another process may have begun the study; then this one joins it.
    private static bool IsKept(IStudyStore store, StudyHeader begun)
    {
        if (!store.IsShared)
        {
            return true;
        }

        using (store.Look())
        {
            return store.Header == begun;
        }
    }

    /// <summary>Gets the fingerprint of the objective in force; null when none was recorded.</summary>
    public static string? LastObjective(IReadOnlyList<StudyChange> changes) => changes.LastOrDefault(change => change.Objective is not null)?.Objective;

    private static string Version { get; } =
        typeof(StudyOpening).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    private static void Begin(IStudyStore store, SearchSpace space, StudyOptions options, MethodChoice method)
    {
        if (options.Fidelity is null && (Schedules.NameIn(options) is not null || options.ScheduleOptions is { Count: > 0 }))
        {
            throw new ArgumentException(
                (Schedules.NameIn(options) is { } schedule
                    ? $"The schedule '{schedule}' gives budgets to trials, and the study has none. "
                    : $"'{nameof(options.ScheduleOptions)}' set up what gives budgets to trials, and the study has none. ")
                + "Say which there are: Fidelity with min, max and eta, such as 1, 81, 3.");
        }

        string? planned = options.Fidelity is null ? null : Schedules.NameIn(options) ?? Schedules.Default;
        StudyHeader header = new()
        {
            Name = options.Name ?? space.Name,
            Space = space,
            Directions = options.Directions,
            ObjectiveNames = options.ObjectiveNames,
            Constraints = options.Constraints,
            Loss = LossText.Write(options.Loss),
            Seed = options.Seed ?? 0,
            Method = method.Sampler.Name,
            MethodOptions = method.Options,
            Fidelity = options.Fidelity,
            Schedule = planned,
            ScheduleOptions = planned is not null && Schedules.OptionsIn(options, planned) is { Length: > 0 } set ? set : null,
            Lag = IsByArrival(store, options) ? null : options.Lag ?? options.Workers,
            Version = Version,
            Created = options.Clock.GetUtcNow(),
        };
        store.Begin(header with { Format = header.FormatNeeded });
        if (options.TryDefaults && DefaultPoint.Of(space) is { } point)
        {
            store.Steer(new Steering.Enqueue(0, Point.Owning(point)));
        }
    }

    // Where nobody says, several processes would wait for each other in repeatable order, of whose number nobody knows.
    private static bool IsByArrival(IStudyStore store, StudyOptions options) =>
        options.Order == ProposalOrder.Arrival || (options.Order is null && options.Lag is null && store.IsShared);

    private static void Compare(IStudyStore store, SearchSpace space, StudyOptions options, MethodChoice method)
    {
        // By an address the name has found the study already; a folder of one may have been renamed.
        StudyOptions asked = options.StoreAddress is null ? options : options with { Name = null };
        List<StudyDifference> differences = [.. StudyIdentity.Compare(store.Header!, space, asked, method)];
        if (options.MethodChange == MethodChangeAnswer.Accept)
        {
            differences.RemoveAll(difference => difference.Name is StudyIdentity.Method or StudyIdentity.MethodOptions);
        }

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

        NoteMethod(store, method);
    }

    // Also where the options were not known, as in a journal of an older version: from here on they are.
    private static void NoteMethod(IStudyStore store, MethodChoice method)
    {
        bool isOther = store.Header!.Method != method.Sampler.Name;
        if (isOther || (method.Options is not null && method.Options != store.Header.MethodOptions))
        {
            store.Change(new StudyChange(store.Trials.Count) { Method = isOther ? method.Sampler.Name : null, MethodOptions = method.Options });
        }
    }

    // Where others share the study, their first trials may be running.
    private static bool HasOtherObjective(IStudyStore store, StudyOptions options) =>
        options.ObjectiveFingerprint is { } now && LastObjective(store.Changes) is { } before && before != now && (store.Finished.Count > 0 || store.IsShared);

    private static ObjectiveChange? Note(IStudyStore store, StudyOptions options)
    {
        if (options.ObjectiveFingerprint is not { } objective || LastObjective(store.Changes) == objective)
        {
            return null;
        }

        int from = store.Trials.Count;
        bool isOther = HasOtherObjective(store, options);
        IReadOnlyList<int>? leaders = isOther && options.ObjectiveChange == ObjectiveChangeAnswer.Remeasure
            ? Remeasuring.LeadersOf(store.Trials, store.Header!.Directions)
            : null;
        store.Change(new StudyChange(from) { Objective = objective, Leaders = leaders });
        return isOther ? new ObjectiveChange(from, options.ObjectiveChange, leaders?.Count ?? 0) : null;
    }
}
