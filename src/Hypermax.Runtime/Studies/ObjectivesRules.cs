using Hypermax.Sampling;
using Hypermax.Settings;

namespace Hypermax.Studies;

/// <summary>What must hold of objectives and constraints, and of what goes together with them.</summary>
internal static class ObjectivesRules
{
    /// <summary>Checks the options of a study.</summary>
    public static void Check(StudyOptions options, Violations found)
    {
        int objectives = options.Directions.Count;
        found.Require(objectives > 0, nameof(options.Directions), objectives, "must have one direction an objective", "Give at least one.");
        IReadOnlyList<string> names = options.ObjectiveNames;
        found.Require(
            names.Count == 0 || (names.Count == objectives && AreNames(names)),
            nameof(options.ObjectiveNames),
            string.Join(", ", names),
            FormattableString.Invariant($"must be {Errors.Counted.Of(objectives, "different name")}, one for each of the Directions, or none"),
            "Name each objective once.");
        found.Require(
            AreNames(options.Constraints.Select(constraint => constraint.Name)),
            nameof(options.Constraints),
            string.Join(", ", options.Constraints),
            "must have different names that are not empty",
            "Declare each constraint once.");
        foreach (OutcomeConstraint constraint in options.Constraints)
        {
            found.Require(
                constraint is { IsBounded: true } && constraint.AtLeast <= constraint.AtMost,
                nameof(options.Constraints),
                constraint,
                "must have a finite bound that some value keeps",
                "Say what it may be at most, at least, or both.");
        }

        if (objectives > 1)
        {
            CheckOneValue(options, found);
        }
    }

    /// <summary>Makes sure that a method searches as many objectives as there are.</summary>
    /// <exception cref="ArgumentException">It searches one; the message names those that search several.</exception>
    public static void Check(ISampler sampler, int objectives)
    {
        if (objectives > 1 && !sampler.TakesSeveralObjectives)
        {
            string[] able = [.. Samplers.Names.Where(name => Samplers.Create(name).TakesSeveralObjectives)];
            throw new ArgumentException(
                FormattableString.Invariant($"The method '{sampler.Name}' searches one objective, and the study has {objectives}. ")
                + $"Choose one that searches several: {string.Join(", ", able)}.");
        }
    }

    private static void CheckOneValue(StudyOptions options, Violations found)
    {
        const string Rule = "needs one objective, and the study has several";
        found.Require(options.Target is null, nameof(options.Target), options.Target, Rule, "Leave it out, or make a constraint of it.");
        found.Require(!options.StopAtNoise, nameof(options.StopAtNoise), options.StopAtNoise, Rule, "Leave it out, or use Patience.");
        found.Require(options.Loss is null, nameof(options.Loss), options.Loss, Rule, "Leave it out, or make one value of the objectives with it.");
        found.Require(options.Repeats is null, nameof(options.Repeats), options.Repeats, Rule, "Leave it out, or average within the objective.");
        found.Require(options.Pruner is null, nameof(options.Pruner), options.Pruner?.Name, Rule, "Leave it out.");
    }

    private static bool AreNames(IEnumerable<string> names)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return names.All(name => !string.IsNullOrWhiteSpace(name) && seen.Add(name));
    }
}
