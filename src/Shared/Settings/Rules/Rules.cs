namespace Hypermax.Settings;

/// <summary>Makes the rules that settings and options keep.</summary>
internal static class Rules
{
    /// <summary>Gets the rule of switches.</summary>
    public static Rule<bool> Flag { get; } = new FlagRule();

    /// <summary>Gets the rule that lets every text pass; what it means is checked where it is used.</summary>
    public static Rule<string> Text { get; } = TextThat("a text", static _ => true);

    /// <summary>Gets the rule of times: seconds, or a number with a unit.</summary>
    public static Rule<TimeSpan> Duration { get; } = new DurationRule();

    /// <summary>Gets the rule of lists of words.</summary>
    public static Rule<IReadOnlyList<string>> List { get; } = ListOf("words", static _ => true);

    /// <summary>Gets the rule of numbers.</summary>
    public static Rule<double> Number { get; } = new NumberRule("a number with a point for decimals");

    /// <summary>Gets the rule of limits: above 0, and not beyond all reason.</summary>
    public static Rule<double> Amount { get; } = new NumberRule("a number above 0, with a point for decimals", 0, 1e12, isAbove: true);

    /// <summary>Gets the rule of parts of a whole that are something.</summary>
    public static Rule<double> Share { get; } = new NumberRule("a number above 0 and at most 1", 0, 1, isAbove: true);

    /// <summary>Makes the rule of numbers above one.</summary>
    public static Rule<double> Above(double low) =>
        new NumberRule(FormattableString.Invariant($"a number above {low}"), low, isAbove: true);

    /// <summary>Makes the rule of numbers from one on.</summary>
    public static Rule<double> AtLeast(double low) =>
        new NumberRule(FormattableString.Invariant($"a number of at least {low}"), low);

    /// <summary>Makes the rule of numbers between two.</summary>
    public static Rule<double> Between(double low, double high) =>
        new NumberRule(FormattableString.Invariant($"a number from {low} to {high}"), low, high);

    /// <summary>Makes the rule of whole numbers in a range.</summary>
    public static Rule<int> Whole(int low, int high = int.MaxValue) => new WholeRule(low, high);

    /// <summary>Makes the rule of whole numbers of any size from a lowest one.</summary>
    public static Rule<long> Long(long low) => new LongRule(low);

    /// <summary>Makes the rule of texts of some form.</summary>
    public static Rule<string> TextThat(string words, Func<string, bool> accepts) => new TextRule(words, accepts);

    /// <summary>Makes the rule of lists of words of some form.</summary>
    public static Rule<IReadOnlyList<string>> ListOf(string words, Func<string, bool> accepts) => new ListRule(words, accepts);

    /// <summary>Makes the rule of a few names.</summary>
    public static Rule<string> OneOf(params string[] names) => new NameRule(names);

    /// <summary>Makes the rule of one name that stands alone, or several of a few names.</summary>
    public static Rule<IReadOnlyList<string>> SetOf(string[] alone, params string[] names) => new SetRule(alone, names);
}
