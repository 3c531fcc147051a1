using Hypermax.Budgets;
using Hypermax.Pruning;
using Hypermax.Settings;
using Hypermax.Storage;

namespace Hypermax.Studies.Budgeting;

/// <summary>What must hold of budgets and their schedule, and of what goes together with them.</summary>
internal static class BudgetRules
{
    /// <summary>Checks the options of a study.</summary>
    public static void Check(StudyOptions options, SearchSpace space, Violations found)
    {
        if (options.Fidelity is { } fidelity)
        {
            FidelityLedger.Check(fidelity, space, found.In(option => $"{nameof(options.Fidelity)}.{option}"));
            CheckTogether(options, found);
        }

        if (options.BudgetSchedule is { } own)
        {
            found.Require(
                !string.IsNullOrWhiteSpace(own.Name)
                && (own.GetType().Assembly == typeof(Schedules).Assembly || !Schedules.Names.Contains(own.Name, StringComparer.Ordinal)),
                $"{nameof(options.BudgetSchedule)}.{nameof(own.Name)}",
                own.Name,
                "must be a name of its own",
                $"Choose another than {string.Join(", ", Schedules.Names)}.");
        }
        else
        {
            CheckKnown(options, found);
        }

        if (Schedules.NameIn(options) is { } schedule)
        {
            found.Require(
                schedule == Schedules.Default || options.Pruner is not (AshaPruner or HyperbandPruner or ForecastPruner),
                nameof(options.Pruner),
                options.Pruner?.Name,
                $"must not choose among trials where the schedule '{schedule}' does",
                "Leave the pruner out; 'threshold' and 'cooldown' go with a schedule.");
        }
    }

    /// <summary>Checks what is asked of a study that has budgets, also where nobody but its journal says so.</summary>
    /// <exception cref="ArgumentException">What is asked for does not go together with budgets; the message says why.</exception>
    public static void Check(StudyOptions options, StudyHeader recorded)
    {
        if (recorded.Fidelity is not null)
        {
            Violations found = new();
            CheckTogether(options, found);
            found.ThrowIfAny("the study");
        }
    }

    /// <summary>Checks that nothing is asked for which cannot be had together with budgets.</summary>
    public static void CheckTogether(StudyOptions options, Violations found)
    {
        const string NotTogether = "cannot be had together with budgets";
        found.Require(
            options.Directions.Count == 1,
            nameof(options.Directions),
            options.Directions.Count,
            "must be one where trials have budgets, for the trials of a front have no order by which some go on to larger ones",
            "Make constraints of the other objectives, or leave the budgets out.");
        found.Require(
            options.Stages.Count == 0,
            nameof(options.Stages),
            value: null,
            $"{NotTogether}, for a stage would end with its brackets half full and compare values at different budgets",
            "Leave one of them out, or begin a second study with the trials of the first (WarmStart).");
        found.Require(
            options.Race is null,
            nameof(options.Race),
            value: null,
            $"{NotTogether}, for points at different budgets are not ranked by one mean",
            "Leave one of them out, or average within the objective.");
    }

    // Whose options they are where nobody says the schedule is known when the study is opened.
    private static void CheckKnown(StudyOptions options, Violations found)
    {
        if (options.Schedule is not { } name)
        {
            return;
        }

        try
        {
            IReadOnlyDictionary<string, string> given = options.ScheduleOptions ?? new Dictionary<string, string>(StringComparer.Ordinal);
            Schedules.Check(name, given, options.Fidelity, found.In(option => $"{nameof(options.ScheduleOptions)}.{option}"));
        }
        catch (ArgumentException error)
        {
            found.Add(new Violation($"'{nameof(options.Schedule)}'", "cannot be used", Value: null, error.Message));
        }
    }
}
