namespace Hypermax.Settings;

/// <summary>true or false.</summary>
internal sealed class FlagRule() : Rule<bool>("true or false")
{
    public override bool TryRead(string text, out bool value, out string? hint)
    {
        hint = null;
        return bool.TryParse(text, out value);
    }

    public override string Write(bool value) => value ? "true" : "false";
}
