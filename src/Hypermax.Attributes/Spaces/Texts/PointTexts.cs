#if NET8_0_OR_GREATER
using Hypermax.Errors;

namespace Hypermax.Spaces.Texts;

/// <summary>Reads a point from texts by name, parents before children.</summary>
internal sealed class PointTexts
{
    private readonly SearchSpace _space;
    private readonly string _place;
    private readonly char _separator;
    private readonly double[]? _fallback;
    private readonly Dictionary<string, (string Key, string Text)> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private readonly double[] _vector;
    private readonly bool[] _isUnknown;
    private readonly List<string> _wrong = [];

    // Branches that were given a value, with what stands before the names of their parameters.
    private readonly List<string> _valued = [];

    private PointTexts(SearchSpace space, IEnumerable<KeyValuePair<string, string?>> texts, string place, double[]? fallback)
    {
        (_space, _place, _fallback) = (space, place, fallback);
        _vector = new double[space.Count];
        _isUnknown = new bool[space.Count];
        foreach ((string key, string? text) in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                _texts[key.Replace(':', '.')] = (key, text.Trim());
            }
        }

        // As the keys are spelled; a place is a section of configuration, where there are none.
        bool hasDots = _texts.Values.Any(text => text.Key.Contains('.')) && !_texts.Values.Any(text => text.Key.Contains(':'));
        _separator = hasDots || (place.Length == 0 && !_texts.Values.Any(text => text.Key.Contains(':'))) ? '.' : ':';
    }

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="space">The space of the type.</param>
    /// <param name="texts">Texts by name.</param>
    /// <param name="place">What errors name before the parameter.</param>
    /// <param name="fallback">What counts where there is no text; null for the defaults.</param>
    /// <exception cref="FormatException">Something is wrong; the message has a line for each.</exception>
    public static T Read<T>(SearchSpace<T> space, IEnumerable<KeyValuePair<string, string?>> texts, string place, double[]? fallback)
    {
        PointTexts point = new(space, texts, place, fallback);
        point.FindValuedBranches();
        point.Fill();
        point.FindStrays();
        point.ThrowIfAny();
        T value = space.Bind(point._vector);
        point._wrong.AddRange(space.Validate(value).Select(wrong => $"{(place.Length == 0 ? space.Name : place)}: {wrong} Change one of the values."));
        point.ThrowIfAny();
        return value;
    }

    private void ThrowIfAny()
    {
        if (_wrong.Count > 0)
        {
            throw new FormatException(string.Join(Environment.NewLine, _wrong));
        }
    }

    private void FindValuedBranches()
    {
        foreach (CategoricalParameter parameter in _space.Parameters.OfType<CategoricalParameter>())
        {
            int[] decided = [.. Enumerable.Range(0, _space.Count).Where(i => _space.Parameters[i].Conditions.Any(condition => IsOn(condition, parameter)))];
            for (int choice = 0; choice < parameter.Choices.Count && decided.Length > 0; choice++)
            {
                string branch = BranchPath(parameter) + ParameterText.Of(parameter, choice);
                if (_space.IndexOf(branch) >= 0 || !_texts.TryGetValue(branch, out (string Key, string Text) given))
                {
                    continue;
                }

                string[] below = [.. decided.Select(i => _space.Parameters[i].Name).Where(name => name.StartsWith(branch + ".", StringComparison.Ordinal))];
                _used.Add(branch);
                _valued.Add(branch + ".");
                _wrong.Add($"'{Name(given.Key)}' is '{given.Text}'; it is a branch of '{Spelled(parameter.Name)}' and has no value itself. " + (below.Length > 0
                    ? $"Give its parameters: {string.Join(", ", below.Select(name => $"'{Spelled(name)}'"))}."
                    : $"It has no parameters either: set '{Spelled(parameter.Name)}' to '{ParameterText.Of(parameter, choice)}'."));
            }
        }

        bool IsOn(Condition condition, Parameter parent) => ReferenceEquals(_space.Parameters[condition.Parent], parent);
    }

    private void Fill()
    {
        for (int i = 0; i < _vector.Length; i++)
        {
            Parameter parameter = _space.Parameters[i];
            if (parameter.Conditions.Any(condition => _isUnknown[condition.Parent]))
            {
                // What decides whether it exists is wrong itself, and one error is enough.
                (_vector[i], _isUnknown[i]) = (double.NaN, true);
                Use(parameter);
            }
            else
            {
                _vector[i] = _space.IsActive(i, _vector) ? ReadActive(i) : ReadAbsent(parameter);
            }
        }
    }

    private double ReadActive(int index)
    {
        Parameter parameter = _space.Parameters[index];
        if (Use(parameter) is { } given)
        {
            if (ParameterText.TryRead(parameter, given.Text, out double value, out string problem))
            {
                return value;
            }

            _isUnknown[index] = true;
            _wrong.Add($"'{Name(given.Key)}' is '{given.Text}'; {problem}");
            return double.NaN;
        }

        if (Implied(parameter) is double implied)
        {
            return Checked(index, implied);
        }

        if (_fallback is not null && !double.IsNaN(_fallback[index]))
        {
            return _fallback[index];
        }

        if (parameter.Default is double byDefault)
        {
            return byDefault;
        }

        if (parameter.Name.EndsWith(".HasValue", StringComparison.Ordinal) && parameter is CategoricalParameter)
        {
            return 0;
        }

        _isUnknown[index] = true;
        if (!_valued.Exists(branch => parameter.Name.StartsWith(branch, StringComparison.Ordinal)))
        {
            _wrong.Add($"'{Spelled(parameter.Name)}' is missing; it has no default, and {ParameterText.Rule(parameter)}. Add it.");
        }

        return double.NaN;
    }

    private double Checked(int index, double value)
    {
        if (_space.Parameters[index].Contains(value))
        {
            return value;
        }

        _isUnknown[index] = true;
        Parameter parameter = _space.Parameters[index];
        _wrong.Add($"'{Spelled(parameter.Name)}' is {ParameterText.Of(parameter, value)}; {ParameterText.Rule(parameter)}. Add elements, or remove some.");
        return double.NaN;
    }

    // A text below a branch chooses it, elements count, and a value that is there is there.
    private double? Implied(Parameter parameter)
    {
        if (Stem(parameter.Name, ".Length") is { } list && parameter is NumericParameter)
        {
            int count = 0;
            while (HasBelow(FormattableString.Invariant($"{list}.{count}")))
            {
                count++;
            }

            return count > 0 ? count : null;
        }

        if (parameter is not CategoricalParameter choices)
        {
            return null;
        }

        if (Stem(parameter.Name, ".HasValue") is { } optional)
        {
            return HasBelow(optional) ? 1 : null;
        }

        string branches = BranchPath(parameter);
        int[] taken = [.. Enumerable.Range(0, choices.Choices.Count).Where(i => HasBelow(branches + ParameterText.Of(parameter, i)))];
        return taken.Length == 1 ? taken[0] : null;
    }

    private double ReadAbsent(Parameter parameter)
    {
        if (Use(parameter) is { } given)
        {
            Condition condition = parameter.Conditions.First(condition => !condition.IsMet(_vector[condition.Parent]));
            Parameter parent = _space.Parameters[condition.Parent];
            double value = _vector[condition.Parent];
            string unmet = $"'{Spelled(parent.Name)}' {(double.IsNaN(value) ? "does not exist" : $"is {ParameterText.Of(parent, value)}")}";
            _wrong.Add(
                $"'{Name(given.Key)}' is '{given.Text}'; the parameter does not exist where {unmet}. "
                + "Remove it, or choose the branch that it belongs to.");
        }

        return double.NaN;
    }

    private void FindStrays()
    {
        foreach ((string path, (string key, string text)) in _texts)
        {
            if (!_used.Contains(path))
            {
                string hint = NearestName.Of(path, _space.Parameters.Select(parameter => parameter.Name)) is { } nearest
                    ? $"Did you mean '{Spelled(nearest)}'?"
                    : $"There are {string.Join(", ", _space.Parameters.Select(parameter => $"'{Spelled(parameter.Name)}'"))}.";
                _wrong.Add($"'{Name(key)}' is no parameter of '{_space.Name}'; it is '{text}'. {hint}");
            }
        }
    }

    private (string Key, string Text)? Use(Parameter parameter)
    {
        foreach (string name in parameter.FormerNames.Prepend(parameter.Name))
        {
            if (_texts.TryGetValue(name, out (string Key, string Text) given))
            {
                _used.Add(name);
                return given;
            }
        }

        return null;
    }

    private bool HasBelow(string path) => _texts.Keys.Any(
        key => key.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (key.Length == path.Length || key[path.Length] == '.'));

    // A closed hierarchy at the root has its branch under a name of its own.
    private static string BranchPath(Parameter parameter) => parameter.Name == "$branch" ? string.Empty : parameter.Name + ".";

    private static string? Stem(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : null;

    // A name of the space as the keys are spelled, with its place.
    private string Spelled(string name) => Name(name.Replace('.', _separator));

    private string Name(string key) => _place.Length == 0 ? key : $"{_place}:{key}";
}
#endif
