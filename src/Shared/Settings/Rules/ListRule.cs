namespace Hypermax.Settings;

/// <summary>Several words.</summary>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
/// <param name="accepts">Whether a single word keeps it.</param>
internal sealed class ListRule(string words, Func<string, bool> accepts)
    : Rule<IReadOnlyList<string>>(words + " with blanks, commas or semicolons between them")
{
    public override bool TryRead(string text, out IReadOnlyList<string> value, out string? hint)
    {
        value = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        hint = value.FirstOrDefault(word => !accepts(word)) is { } wrong ? $"'{wrong}' is none." : null;
        return value.Count > 0 && hint is null;
    }

    public override string Write(IReadOnlyList<string> value) => string.Join(" ", value);
}
