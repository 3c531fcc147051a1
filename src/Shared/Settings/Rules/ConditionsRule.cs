namespace Hypermax.Settings;

/// <summary>Conditions that fail a build.</summary>
internal sealed class ConditionsRule() : Rule<IReadOnlyList<FailOnRule>>("conditions such as value>0.05 and failures>10%")
{
    public override bool TryRead(string text, out IReadOnlyList<FailOnRule> value, out string? hint)
    {
        value = FailOnRule.Parse(text, out string? problem);
        hint = problem is null ? null : char.ToUpperInvariant(problem[0]) + problem.Substring(1) + ".";
        return problem is null;
    }

    public override string Write(IReadOnlyList<FailOnRule> value) => string.Join(" and ", value.Select(rule => rule.Text));
}
