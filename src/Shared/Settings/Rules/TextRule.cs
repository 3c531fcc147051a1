namespace Hypermax.Settings;

/// <summary>A text.</summary>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
/// <param name="accepts">Whether a text keeps it.</param>
internal sealed class TextRule(string words, Func<string, bool> accepts) : Rule<string>(words)
{
    public override bool TryRead(string text, out string value, out string? hint)
    {
        (value, hint) = (text, null);
        return true;
    }

    public override bool Accepts(string value) => accepts(value);
}
