namespace Hypermax.Settings;

/// <summary>One of the names of an enumeration, in any case.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class EnumRule<T>() : Rule<T>("one of " + string.Join(", ", Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])))
    where T : struct, Enum
{
    public override bool TryRead(string text, out T value, out string? hint)
    {
        hint = null;
        value = default;
        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(text, ignoreCase: true, out value);
    }

    public override string Write(T value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}
