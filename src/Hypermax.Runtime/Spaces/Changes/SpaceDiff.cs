using System.Globalization;

namespace Hypermax.Spaces.Changes;

/// <summary>Says in words how a space differs from an earlier version of it.</summary>
internal static class SpaceDiff
{
    /// <summary>Compares two versions of a space; differences that do not change which points exist are not told.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version; its former names say which parameters were renamed.</param>
    /// <returns>The differences: those of the new parameters in their order, then the removed parameters.</returns>
    public static IReadOnlyList<SpaceChange> Compare(SearchSpace before, SearchSpace after)
    {
        List<SpaceChange> changes = [];
        HashSet<string> matched = new(StringComparer.Ordinal);
        foreach (Parameter parameter in after.Parameters)
        {
            Parameter? old = Former(before, parameter);
            if (old is null)
            {
                changes.Add(new SpaceChange(SpaceChangeKind.Added, parameter.Name, $"'{parameter.Name}' was added"));
                continue;
            }

            matched.Add(old.Name);
            if (old.Name != parameter.Name)
            {
                changes.Add(new SpaceChange(SpaceChangeKind.Renamed, parameter.Name, $"'{old.Name}' was renamed to '{parameter.Name}'"));
            }

            CompareDomain(changes, old, parameter);
            if (Conditions(before, old, []) != Conditions(after, parameter, Renames(before, after)))
            {
                changes.Add(new SpaceChange(SpaceChangeKind.ConditionsChanged, parameter.Name, $"'{parameter.Name}' exists under other conditions"));
            }
        }

        changes.AddRange(before.Parameters.Where(parameter => !matched.Contains(parameter.Name))
            .Select(parameter => new SpaceChange(SpaceChangeKind.Removed, parameter.Name, $"'{parameter.Name}' was removed")));
        CompareRelations(changes, before, after);
        return changes;
    }

    /// <summary>Gets the parameter of an earlier space that a parameter was: the one of the same name, else of a former name, else null.</summary>
    internal static Parameter? Former(SearchSpace before, Parameter parameter)
    {
        foreach (string name in parameter.FormerNames.Prepend(parameter.Name))
        {
            if (before.IndexOf(name) is int index and >= 0)
            {
                return before.Parameters[index];
            }
        }

        return null;
    }

    private static void CompareDomain(List<SpaceChange> changes, Parameter old, Parameter now)
    {
        switch (old, now)
        {
            case (NumericParameter a, NumericParameter b):
                CompareNumeric(changes, a, b);
                break;
            case (CategoricalParameter a, CategoricalParameter b):
                CompareChoices(changes, a, b);
                break;
            default:
                changes.Add(new SpaceChange(SpaceChangeKind.TypeChanged, now.Name, $"'{now.Name}' changed from {TypeOf(old)} to {TypeOf(now)}"));
                break;
        }
    }

    private static void CompareNumeric(List<SpaceChange> changes, NumericParameter old, NumericParameter now)
    {
        string bounds = $"from {Bounds(old)} to {Bounds(now)}";
        if (now.Low > old.Low || now.High < old.High)
        {
            changes.Add(new SpaceChange(SpaceChangeKind.Narrowed, now.Name, $"'{now.Name}' was narrowed {bounds}"));
        }
        else if (now.Low < old.Low || now.High > old.High)
        {
            changes.Add(new SpaceChange(SpaceChangeKind.Widened, now.Name, $"'{now.Name}' was widened {bounds}"));
        }

        if (old.IsInteger != now.IsInteger)
        {
            changes.Add(new SpaceChange(SpaceChangeKind.TypeChanged, now.Name, $"'{now.Name}' changed from {TypeOf(old)} to {TypeOf(now)}"));
        }

        bool sameMoments = old.Mean.Equals(now.Mean) && old.Deviation.Equals(now.Deviation);
        if (old.Law != now.Law || old.Step != now.Step || !sameMoments)
        {
            changes.Add(new SpaceChange(SpaceChangeKind.LawChanged, now.Name, $"'{now.Name}' changed from {LawOf(old)} to {LawOf(now)}"));
        }
    }

    private static void CompareChoices(List<SpaceChange> changes, CategoricalParameter old, CategoricalParameter now)
    {
        string[] added = [.. now.Choices.Where(choice => old.IndexOf(choice) < 0).Select(Quoted)];
        string[] removed = [.. old.Choices.Where(choice => now.IndexOf(choice) < 0).Select(Quoted)];
        if (added.Length > 0)
        {
            changes.Add(new SpaceChange(SpaceChangeKind.ChoiceAdded, now.Name, $"'{now.Name}' gained {string.Join(", ", added)}"));
        }

        if (removed.Length > 0)
        {
            changes.Add(new SpaceChange(SpaceChangeKind.ChoiceRemoved, now.Name, $"'{now.Name}' lost {string.Join(", ", removed)}"));
        }

        bool sameWeights = (old.Weights is null && now.Weights is null)
            || (old.Weights is not null && now.Weights is not null && old.Weights.SequenceEqual(now.Weights));
        bool sameOrder = added.Length + removed.Length > 0 || old.Choices.SequenceEqual(now.Choices);
        if (!sameWeights || !sameOrder || old.IsOrdered != now.IsOrdered)
        {
            changes.Add(new SpaceChange(SpaceChangeKind.LawChanged, now.Name, $"'{now.Name}' has its choices in another order or with other weights"));
        }
    }

    private static Dictionary<string, string> Renames(SearchSpace before, SearchSpace after)
    {
        Dictionary<string, string> renames = new(StringComparer.Ordinal);
        foreach (Parameter parameter in after.Parameters)
        {
            if (Former(before, parameter) is { } old)
            {
                renames[parameter.Name] = old.Name;
            }
        }

        return renames;
    }

    private static string Conditions(SearchSpace space, Parameter parameter, Dictionary<string, string> renames) =>
        string.Join(" and ", parameter.Conditions.Select(condition =>
        {
            Parameter parent = space.Parameters[condition.Parent];
            string name = renames.GetValueOrDefault(parent.Name, parent.Name);
            return parent is CategoricalParameter choice && condition.Low == condition.High
                ? $"{name}={Quoted(choice.Choices[(int)condition.Low])}"
                : FormattableString.Invariant($"{name} in [{condition.Low}, {condition.High}]");
        }));

    // A relation is the same when the parameters that it held between are, under whatever names.
    private static void CompareRelations(List<SpaceChange> changes, SearchSpace before, SearchSpace after)
    {
        Dictionary<string, string> renames = Renames(before, after);
        string[] old = [.. before.Relations.Select(relation => Key(before, relation, []))];
        string[] now = [.. after.Relations.Select(relation => Key(after, relation, renames))];
        for (int i = 0; i < now.Length; i++)
        {
            if (!old.Contains(now[i], StringComparer.Ordinal))
            {
                changes.Add(new SpaceChange(SpaceChangeKind.RelationsChanged, string.Empty, $"a relation was added: {Sentence(after, after.Relations[i])}"));
            }
        }

        for (int i = 0; i < old.Length; i++)
        {
            if (!now.Contains(old[i], StringComparer.Ordinal))
            {
                changes.Add(
                    new SpaceChange(SpaceChangeKind.RelationsChanged, string.Empty, $"a relation was removed: {Sentence(before, before.Relations[i])}"));
            }
        }
    }

    private static string Key(SearchSpace space, Relation relation, Dictionary<string, string> renames)
    {
        string kind = relation switch
        {
            LessThanRelation less => less.OrEqual ? "at most" : "less",
            SumRelation sum => FormattableString.Invariant($"sum {sum.Total:R}"),
            _ => relation.GetType().Name,
        };
        return $"{kind}: "
            + $"{string.Join(", ", relation.Members.Select(member => space.Parameters[member].Name).Select(name => renames.GetValueOrDefault(name, name)))}";
    }

    private static string Sentence(SearchSpace space, Relation relation) => relation.Describe(space).TrimEnd('.');

    private static string TypeOf(Parameter parameter) => parameter switch
    {
        NumericParameter { IsInteger: true } => "a whole number",
        NumericParameter => "a number",
        _ => "a choice",
    };

    private static string Bounds(NumericParameter parameter) => FormattableString.Invariant($"[{parameter.Low}, {parameter.High}]");

    private static string LawOf(NumericParameter parameter)
    {
        string law = parameter.Law switch
        {
            Law.Uniform => "uniform",
            Law.LogUniform => "log-uniform",
            Law.Normal => FormattableString.Invariant($"normal({parameter.Mean}, {parameter.Deviation})"),
            _ => FormattableString.Invariant($"log-normal({parameter.Mean}, {parameter.Deviation})"),
        };
        return parameter.Step is double step ? FormattableString.Invariant($"{law} in steps of {step}") : law;
    }

    private static string Quoted(object choice) => $"'{Convert.ToString(choice, CultureInfo.InvariantCulture)}'";
}
