using System.Globalization;

namespace Hypermax.Settings;

/// <summary>One condition of <c>HypertuneFailOn</c>, such as <c>value&gt;0.05</c> or <c>failures&gt;10%</c>.</summary>
internal sealed class FailOnRule
{
    private static readonly string[] Operators = [">=", "<=", ">", "<"];
    private static readonly string[] Subjects = ["value", "failures", "trials"];

    private FailOnRule(string text, string subject, string comparison, double limit, bool isPercent)
    {
        Text = text;
        Subject = subject;
        Comparison = comparison;
        Limit = limit;
        IsPercent = isPercent;
    }

    /// <summary>Gets the condition as written.</summary>
    public string Text { get; }

    /// <summary>Gets what is compared: <c>value</c> (the best), <c>failures</c> or <c>trials</c> (those that completed).</summary>
    public string Subject { get; }

    /// <summary>Gets whether the limit is a percentage of all finished trials.</summary>
    public bool IsPercent { get; }

    private string Comparison { get; }

    private double Limit { get; }

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
                problem = $"'{part.Trim()}' is no condition; a condition is 'value', 'failures' or 'trials', then one of > >= < <=, then a number, "
                    + "with % after it for a part of all trials";
                return [];
            }

            rules.Add(rule);
        }

        return rules;
    }

    /// <summary>Tells whether the build must fail.</summary>
    /// <param name="value">The best value; NaN when no trial completed, which no limit on the value accepts.</param>
    /// <param name="failures">The number of failed trials.</param>
    /// <param name="trials">The number of completed trials.</param>
    /// <param name="finished">The number of trials that ended in any way.</param>
    public bool IsBroken(double value, int failures, int trials, int finished)
    {
        double actual = Subject switch { "value" => value, "failures" => failures, _ => trials };
        if (double.IsNaN(actual))
        {
            return true;
        }

        double measured = IsPercent ? 100 * actual / Math.Max(1, finished) : actual;
        return Comparison switch
        {
            ">" => measured > Limit,
            ">=" => measured >= Limit,
            "<" => measured < Limit,
            _ => measured <= Limit,
        };
    }

    private static FailOnRule? ParseOne(string text)
    {
        string? comparison = Operators.FirstOrDefault(text.Contains);
        if (comparison is null)
        {
            return null;
        }

        int place = text.IndexOf(comparison, StringComparison.Ordinal);
        string subject = text.Substring(0, place).Trim().ToLowerInvariant();
        string number = text.Substring(place + comparison.Length).Trim();
        bool isPercent = number.Length > 0 && number[number.Length - 1] == '%';
        bool isNumber = double.TryParse(number.TrimEnd('%').Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double limit);
        bool fits = isNumber && !double.IsNaN(limit) && Array.IndexOf(Subjects, subject) >= 0 && !(isPercent && subject == "value");
        return fits ? new FailOnRule(text, subject, comparison, limit, isPercent) : null;
    }
}
