namespace Hypermax.Import.Optuna;

/// <summary>Makes a space of the distributions that trials were asked with.</summary>
/// <remarks>
/// Optuna has no space: a trial has the parameters that the objective asked for. One that every trial has always exists. One
/// that only some have depends on a choice when it is there exactly with some neighbouring choices of an earlier parameter;
/// else a parameter <c>NAME.HasValue</c> says whether it is there. Ranges that changed between trials are joined.
/// </remarks>
internal sealed class OptunaSpace
{
    private readonly List<Parameter> _parameters = [];
    private readonly Dictionary<string, int> _indexOf = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<OptunaTrial> _trials;

    /// <summary>Makes the space.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="trials">The trials that ended.</param>
    /// <exception cref="ImportException">No trial has a parameter, or a parameter is of two kinds.</exception>
    public OptunaSpace(string name, IReadOnlyList<OptunaTrial> trials)
    {
        _trials = trials;
        string[] names = [.. trials.SelectMany(trial => trial.Parameters).Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal)];
        foreach (string parameter in names.OrderByDescending(Count))
        {
            Add(parameter);
        }

        Space = _parameters.Count > 0
            ? new SearchSpace(name, _parameters)
            : throw new ImportException($"No trial of study '{name}' that ended has a parameter; there is nothing to import.");
    }

    public SearchSpace Space { get; }

    /// <summary>Gets the point of a trial, or null and why it is none.</summary>
    public double[]? Point(OptunaTrial trial, out string? problem)
    {
        problem = null;
        Dictionary<string, object> values = trial.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.Distribution.External(parameter.Value), StringComparer.Ordinal);
        double[] vector = new double[Space.Count];
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = double.NaN;
            if (!Space.IsActive(i, vector))
            {
                continue;
            }

            Parameter parameter = Space.Parameters[i];
            bool isPresence = !_indexOf.ContainsKey(parameter.Name);
            vector[i] = isPresence ? (values.ContainsKey(parameter.Name[..^Suffix.Length]) ? 1 : 0)
                : !values.TryGetValue(parameter.Name, out object? value) ? double.NaN
                : parameter is CategoricalParameter categorical ? categorical.IndexOf(value)
                : ((NumericParameter)parameter).Snap((double)value);
            if (!parameter.Contains(vector[i]))
            {
                problem = $"'{parameter.Name}' has no value that the space allows";
                return null;
            }
        }

        return vector;
    }

    private const string Suffix = ".HasValue";

    private int Count(string name) => _trials.Count(trial => Has(trial, name));

    private static bool Has(OptunaTrial trial, string name) => trial.Parameters.Exists(parameter => parameter.Name == name);

    private void Add(string name)
    {
        IReadOnlyList<Condition> conditions = [];
        if (Count(name) < _trials.Count)
        {
            conditions = FindParent(name) is { } condition ? [condition] : [AddPresence(name)];
        }

        ParameterFacts facts = new() { Conditions = conditions };
        OptunaDistribution[] all =
        [
            .. _trials.SelectMany(trial => trial.Parameters).Where(parameter => parameter.Name == name).Select(parameter => parameter.Distribution),
        ];
        double[] values = [.. _trials.SelectMany(trial => trial.Parameters).Where(parameter => parameter.Name == name).Select(parameter => parameter.Value)];
        _indexOf[name] = _parameters.Count;
        _parameters.Add(Make(name, all, values, facts));
    }

    private static Parameter Make(string name, OptunaDistribution[] all, double[] values, ParameterFacts facts)
    {
        OptunaDistribution first = all[0];
        if (all.Any(other => other.Choices is null != first.Choices is null))
        {
            throw new ImportException(
                $"Parameter '{name}' is a number in some trials and a choice in others; a parameter is one of both. "
                + "Export the study as a table and import that with --space.");
        }

        if (first.Choices is not null)
        {
            return new CategoricalParameter(name, all.SelectMany(distribution => distribution.Choices!).Distinct(), facts: facts);
        }

        // Points that people enqueued may lie outside.
        double low = Math.Min(all.Min(distribution => distribution.Low), values.Min());
        double high = Math.Max(all.Max(distribution => distribution.High), values.Max());
        bool isLog = all.All(distribution => distribution.IsLog);
        double? step = all.All(distribution => distribution.Step == first.Step && distribution.Low == first.Low) ? first.Step : first.IsWhole ? 1 : null;
        return new NumericParameter(name, isLog ? Law.LogUniform : Law.Uniform, low, high, step, all.All(distribution => distribution.IsWhole), facts: facts);
    }

    // A parameter with choices before this one, of which some neighbouring ones go with it and the others without it, in every trial.
    private Condition? FindParent(string name)
    {
        for (int i = 0; i < _parameters.Count; i++)
        {
            if (_parameters[i] is not CategoricalParameter parent || !_indexOf.ContainsKey(parent.Name))
            {
                continue;
            }

            HashSet<int> with = [];
            HashSet<int> without = [];
            foreach (OptunaTrial trial in _trials)
            {
                int index = trial.Parameters.FindIndex(parameter => parameter.Name == parent.Name);
                int choice = index < 0 ? -1 : parent.IndexOf(trial.Parameters[index].Distribution.External(trial.Parameters[index].Value));
                (Has(trial, name) ? with : without).Add(choice);
            }

            bool isRange = with.Count > 0 && !with.Contains(-1) && with.Max() - with.Min() + 1 == with.Count;
            if (isRange && !with.Overlaps(without))
            {
                return new Condition(i, with.Min(), with.Max());
            }
        }

        return null;
    }

    private Condition AddPresence(string name)
    {
        _parameters.Add(new CategoricalParameter(name + Suffix, [false, true]));
        return new Condition(_parameters.Count - 1, 1, 1);
    }
}
