namespace Hypermax.Settings;

/// <summary>Any text; what it means is checked where it is used.</summary>
internal sealed class TextRule() : Rule<string>("a text")
{
    public override bool TryRead(string text, out string value, out string? hint)
    {
        (value, hint) = (text, null);
        return true;
    }
}
