using Hypermax.Charts.Scales;
using Hypermax.Spaces;

namespace Hypermax.Summary;

/// <summary>Numbers, times and parameters as people read them; invariant to culture.</summary>
internal static class Words
{
    /// <summary>Gets a number with six significant digits.</summary>
    /// <param name="value">The number; NaN gives a dash.</param>
    public static string Number(double value) => NumberText.Digits(value, 6);

    /// <summary>Gets a duration in its two largest units; a dash where there is none.</summary>
    /// <param name="time">The duration.</param>
    public static string Time(TimeSpan time) => time switch
    {
        _ when time <= TimeSpan.Zero => "–",
        _ when time < TimeSpan.FromMilliseconds(1) => FormattableString.Invariant($"{time.TotalMicroseconds:0} µs"),
        _ when time < TimeSpan.FromSeconds(1) => FormattableString.Invariant($"{time.TotalMilliseconds:0.#} ms"),
        _ when time < TimeSpan.FromMinutes(1) => FormattableString.Invariant($"{time.TotalSeconds:0.##} s"),
        _ when time < TimeSpan.FromHours(1) => FormattableString.Invariant($"{time.Minutes} min {time.Seconds} s"),
        _ when time < TimeSpan.FromDays(1) => FormattableString.Invariant($"{time.Hours} h {time.Minutes} min"),
        _ => FormattableString.Invariant($"{(int)time.TotalDays} d {time.Hours} h"),
    };

    /// <summary>Gets a value of a parameter: numbers with six digits, choices as they are.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value in vector form; NaN gives a dash.</param>
    public static string Value(Parameter parameter, double value) => parameter switch
    {
        _ when double.IsNaN(value) => "–",
        NumericParameter { IsInteger: false } => Number(value),
        _ => PointJson.ToText(parameter, value),
    };

    /// <summary>Gets the values that a parameter can have, in one short phrase.</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Range(Parameter parameter)
    {
        if (parameter is CategoricalParameter categorical)
        {
            return Shorten(string.Join(", ", Enumerable.Range(0, categorical.Choices.Count).Select(index => PointJson.ToText(categorical, index))), 80);
        }

        NumericParameter numeric = (NumericParameter)parameter;
        string law = numeric.Law switch
        {
            Law.LogUniform => ", log",
            Law.Normal => ", normal",
            Law.LogNormal => ", log-normal",
            _ => string.Empty,
        };
        string step = numeric.Step is double given && !(numeric.IsInteger && given == 1) ? $", step {Number(given)}" : string.Empty;
        return $"{Number(numeric.Low)} … {Number(numeric.High)}{law}{step}";
    }

    /// <summary>Gets a condition as a comparison, such as <c>Booster = Gradient</c>.</summary>
    /// <param name="space">The space.</param>
    /// <param name="condition">A condition of one of its parameters.</param>
    public static string Condition(SearchSpace space, Condition condition)
    {
        Parameter parent = space.Parameters[condition.Parent];
        if (condition.Low == condition.High)
        {
            return $"{parent.Name} = {Value(parent, condition.Low)}";
        }

        if (parent is CategoricalParameter categorical)
        {
            IEnumerable<string> choices = Enumerable.Range(0, categorical.Choices.Count)
                .Where(index => condition.IsMet(index))
                .Select(index => PointJson.ToText(categorical, index));
            return $"{parent.Name} in {Shorten(string.Join(", ", choices), 80)}";
        }

        return condition switch
        {
            _ when double.IsInfinity(condition.Low) => $"{parent.Name} ≤ {Number(condition.High)}",
            _ when double.IsInfinity(condition.High) => $"{parent.Name} ≥ {Number(condition.Low)}",
            _ => $"{Number(condition.Low)} ≤ {parent.Name} ≤ {Number(condition.High)}",
        };
    }

    /// <summary>Gets a kind of failure in words: <c>wall time</c>, <c>process died</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Failure(FailureKind kind) => string.Concat(kind.ToString().Select((letter, i) =>
        i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    /// <summary>Cuts a text that is too long, at a mark that says so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many characters at most.</param>
    public static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");

    /// <summary>Gets a point as <c>name=value</c> pairs; inactive parameters are left out.</summary>
    /// <param name="space">The space.</param>
    /// <param name="point">The point.</param>
    public static string Point(SearchSpace space, Point point) => string.Join(
        ' ',
        Enumerable.Range(0, space.Count).Where(point.Has).Select(i => $"{space.Parameters[i].Name}={Value(space.Parameters[i], point[i])}"));
}
