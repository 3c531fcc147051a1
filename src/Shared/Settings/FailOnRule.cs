using System.Globalization;

namespace Hypermax.Settings;

/// <summary>One condition of <c>HypertuneFailOn</c>, such as <c>value&gt;0.05</c> or <c>failures&gt;10%</c>.</summary>
internal sealed class FailOnRule
{
    private static readonly string[] Operators = [">=", "<=", ">", "<"];

    private readonly FailOnSubject _subject;
    private readonly string _comparison;
    private readonly double _limit;
    private readonly bool _isPercent;

    private FailOnRule(string text, FailOnSubject subject, string comparison, double limit, bool isPercent)
    {
        Text = text;
        _subject = subject;
        _comparison = comparison;
        _limit = limit;
        _isPercent = isPercent;
    }

    /// <summary>Gets the condition as written.</summary>
    public string Text { get; }

    /// <summary>Reads conditions separated by <c>and</c>, commas or semicolons; each fails the build by itself.</summary>
    /// <param name="text">The value of the property.</param>
    /// <param name="problem">What is wrong with it, or null.</param>
    public static IReadOnlyList<FailOnRule> Parse(string text, out string? problem)
    {
        List<FailOnRule> rules = [];
        problem = null;
        foreach (string part in text.Split([",", ";", " and "], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ParseOne(part.Trim()) is not FailOnRule rule)
            {
                string names = string.Join(", ", FailOnSubject.All.Select(subject => subject.Name));
                problem = $"'{part.Trim()}' is no condition; a condition is one of {names}, "
                    + "then one of > >= < <=, then a number, with % after it for a part of a whole";
                return [];
            }

            rules.Add(rule);
        }

        return rules;
    }

    /// <summary>Tells whether the build must fail.</summary>
    /// <param name="facts">What the search came to.</param>
    public bool IsBroken(FailOnFacts facts)
    {
        double actual = _subject.Value(facts);
        if (double.IsNaN(actual))
        {
            return _subject.IsNeeded;
        }

        double measured = Measured(actual, facts);
        return _comparison switch
        {
            ">" => measured > _limit,
            ">=" => measured >= _limit,
            "<" => measured < _limit,
            _ => measured <= _limit,
        };
    }

    /// <summary>Says what was compared: <c>worse is 0.01 (24 %): the best value 0.052 against the recorded 0.042</c>.</summary>
    /// <param name="facts">What the search came to.</param>
    public string Explain(FailOnFacts facts)
    {
        double actual = _subject.Value(facts);
        string percent = _isPercent ? $" ({Number(Measured(actual, facts))} %)" : string.Empty;
        return double.IsNaN(actual) ? _subject.Missing : $"{_subject.Name} is {Number(actual)}{percent}{_subject.Against(facts)}";
    }

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private double Measured(double actual, FailOnFacts facts) => _isPercent ? 100 * actual / _subject.Whole(facts) : actual;

    private static FailOnRule? ParseOne(string text)
    {
        string? comparison = Operators.FirstOrDefault(text.Contains);
        if (comparison is null)
        {
            return null;
        }

        int place = text.IndexOf(comparison, StringComparison.Ordinal);
        string name = text.Substring(0, place).Trim();
        string number = text.Substring(place + comparison.Length).Trim();
        bool isPercent = number.Length > 0 && number[number.Length - 1] == '%';
        bool isNumber = double.TryParse(number.TrimEnd('%').Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double limit);
        FailOnSubject? subject = FailOnSubject.All.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
        bool fits = isNumber && !double.IsNaN(limit) && (!isPercent || subject?.HasPercent == true);
        return fits && subject is not null ? new FailOnRule(text, subject, comparison, limit, isPercent) : null;
    }
}
