using System.Globalization;

namespace Hypermax.Settings;

/// <summary>A number of a test that checks tuned values, and where it must lie: told while it is written, and when the test runs.</summary>
internal sealed class CheckNumber
{
    private readonly double _least;
    private readonly double _most;
    private readonly bool _isAbove;
    private readonly string _meaning;

    private CheckNumber(string name, string meaning, double least, string usual, bool isAbove = false, double most = double.PositiveInfinity)
    {
        Name = name;
        Usual = usual;
        _meaning = meaning;
        _least = least;
        _most = most;
        _isAbove = isAbove;
    }

    /// <summary>Gets the numbers of <c>[TunedFact]</c>.</summary>
    public static IReadOnlyList<CheckNumber> OfGuards { get; } =
    [
        new("MaxLossIncrease", "says how much worse the mean may be", 0, "0"),
        new("Repeats", "says how often the tuned values are evaluated", 2, "5"),
        new("ErrorRate", "says how often the check may fail for nothing", 0, "0.01", isAbove: true, most: 0.2),
        new("Tolerance", "says how far equal values may be apart", 0, "1e-9"),
    ];

    /// <summary>Gets the numbers of <c>[Challenge]</c>.</summary>
    public static IReadOnlyList<CheckNumber> OfChallenges { get; } =
    [
        new("Trials", "says how many trials the challenge has, that of the tuned values among them,", 3, "30"),
        new("Seed", "says what draws come from", 0, "1"),
        new("MinGain", "says how much better values must be to count", 0, "0"),
        new("Candidates", "says how many trials are confirmed", 1, "3"),
        new("Repeats", "says how many pairs of evaluations a candidate has", 2, "5"),
        new("ErrorRate", "says how often something may be called better though nothing is", 0, "0.01", isAbove: true, most: 0.2),
        new("Tolerance", "says how far equal values may be apart", 0, "1e-9"),
    ];

    /// <summary>Gets its name.</summary>
    public string Name { get; }

    /// <summary>Gets what it is by default, as C# writes it.</summary>
    public string Usual { get; }

    /// <summary>Gets what it says and what holds for it, as the rest of a sentence.</summary>
    public string Rule => $"{_meaning} and must be {Text(_least, _isAbove ? "above {0}" : "{0} or above")}"
        + (double.IsPositiveInfinity(_most) ? string.Empty : Text(_most, " and at most {0}"));

    /// <summary>Tells whether a value is allowed.</summary>
    public bool Holds(double value) => (_isAbove ? value > _least : value >= _least) && value <= _most;

    private static string Text(double value, string form) => string.Format(CultureInfo.InvariantCulture, form, value);
}
