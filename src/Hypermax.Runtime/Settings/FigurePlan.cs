using Hypermax.Fronts.Choosing;

namespace Hypermax.Settings;

/// <summary>Makes the objectives and constraints of a study from settings.</summary>
internal static class FigurePlan
{
    /// <summary>Gets the objectives by their names; empty where nobody named any, so that there is one without a name.</summary>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static IReadOnlyList<ObjectiveGoal> Goals(SettingSet settings, Violations violations)
    {
        IReadOnlyList<GoalText> goals = settings.List(FigureSettings.Objectives);
        if (goals.Count > 0 && settings.SourceOf(StudySettings.Direction) is not null)
        {
            violations.Add(new Violation(
                settings.SubjectOf(StudySettings.Direction),
                $"says which values are better, and so does {settings.NameOf(FigureSettings.Objectives)}",
                settings.Text(StudySettings.Direction),
                "Remove it: each objective has a direction of its own."));
        }

        return [.. goals.Select(goal => new ObjectiveGoal(goal.Name, goal.IsMaximised ? Direction.Maximize : Direction.Minimize))];
    }

    /// <summary>Gets the constraints.</summary>
    public static IReadOnlyList<OutcomeConstraint> Constraints(SettingSet settings) =>
        [.. settings.List(FigureSettings.Constraints).Select(bounds => new OutcomeConstraint(bounds.Name, bounds.AtMost, bounds.AtLeast))];

    /// <summary>Gets which trial of a front becomes the tuned values; null where nobody said.</summary>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="options">The study.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static FrontChoice? Choice(SettingSet settings, StudyOptions options, Violations violations)
    {
        if (settings.Text(FigureSettings.Choose) is not { } text)
        {
            return null;
        }

        string subject = settings.SubjectOf(FigureSettings.Choose);
        if (options.Directions.Count < 2)
        {
            violations.Add(new Violation(
                subject, "chooses from a front, and the study has one objective", text, "Remove it, or name several with HypertuneObjectives."));
            return null;
        }

        try
        {
            return FrontChoice.Parse(text, options.ObjectiveNames, options.Constraints.Select(constraint => constraint.Name));
        }
        catch (ChoiceException error)
        {
            violations.Add(new Violation(subject, "says " + FigureSettings.Choose.Meaning, text, error.Message));
            return null;
        }
    }

    /// <summary>Lays what settings say over what an objective declares itself; the objectives of its result stay as they are.</summary>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="goals">What the objective declares; empty for one that returns a number.</param>
    /// <param name="constraints">The constraints that it declares.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SettingSet Over(
        SettingSet settings, IReadOnlyList<ObjectiveGoal> goals, IReadOnlyList<OutcomeConstraint> constraints, Violations violations)
    {
        if (goals.Count == 0)
        {
            return settings;
        }

        if (settings.SourceOf(FigureSettings.Objectives) is not null)
        {
            violations.Add(new Violation(
                settings.SubjectOf(FigureSettings.Objectives),
                "names objectives, but the objective's result says itself what they are",
                string.Join(" ", settings.List(FigureSettings.Objectives)),
                $"Remove it, or change [Minimize] and [Maximize] there; they are {string.Join(", ", goals.Select(goal => goal.Name))}."));
        }

        SettingSet declared = SettingSet.Empty.With(
            FigureSettings.Objectives,
            [.. goals.Select(goal => new GoalText(goal.Name, goal.Direction == Direction.Maximize))],
            SettingSource.Attribute);
        if (constraints.Count > 0)
        {
            declared = declared.With(
                FigureSettings.Constraints,
                [.. constraints.Select(constraint => new BoundsText(constraint.Name, constraint.AtMost, constraint.AtLeast))],
                SettingSource.Attribute);
        }

        return settings.Over(declared);
    }
}
