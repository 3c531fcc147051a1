namespace Hypermax.Settings;

/// <summary>Several words.</summary>
internal sealed class ListRule() : Rule<IReadOnlyList<string>>("words with blanks, commas or semicolons between them")
{
    public override bool TryRead(string text, out IReadOnlyList<string> value, out string? hint)
    {
        hint = null;
        value = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        return value.Count > 0;
    }

    public override string Write(IReadOnlyList<string> value) => string.Join(" ", value);
}
