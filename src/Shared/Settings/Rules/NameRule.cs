using Hypermax.Errors;

namespace Hypermax.Settings;

/// <summary>One of a few names, in any case.</summary>
/// <param name="names">The names.</param>
internal sealed class NameRule(string[] names) : Rule<string>("one of " + string.Join(", ", names))
{
    /// <summary>Gets the names.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    public override bool TryRead(string text, out string value, out string? hint)
    {
        value = Names.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) ?? text;
        hint = Accepts(value) || NearestName.Of(text, Names) is not { } nearest ? null : $"Did you mean '{nearest}'?";
        return true;
    }

    public override bool Accepts(string value) => Names.Contains(value, StringComparer.Ordinal);
}
