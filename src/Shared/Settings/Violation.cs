namespace Hypermax.Settings;

/// <summary>A rule that a setting breaks.</summary>
/// <param name="Setting">The setting, spelled as on its surface.</param>
/// <param name="Rule">What holds for it, as the rest of a sentence: "must be above 0".</param>
/// <param name="Value">What it is, or null where the rule says it.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
internal sealed record Violation(string Setting, string Rule, string? Value, string Remedy)
{
    public override string ToString() => $"{Setting} {Rule}{(Value is null ? string.Empty : $"; it is '{Value}'")}. {Remedy}";
}
