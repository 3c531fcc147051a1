namespace Hypermax.Settings;

/// <summary>Options of a method of search, as <c>name=value</c>.</summary>
/// <remarks>Which names there are depends on the method, and is checked where that is known.</remarks>
internal sealed class OptionsRule() : Rule<IReadOnlyDictionary<string, string>>("options as name=value, with blanks, commas or semicolons between them")
{
    public override bool TryRead(string text, out IReadOnlyDictionary<string, string> value, out string? hint)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        value = options;
        hint = null;
        foreach (string part in text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            int place = part.IndexOf('=');
            if (place <= 0 || place == part.Length - 1)
            {
                hint = $"'{part}' is no option.";
                return false;
            }

            options[part.Substring(0, place)] = part.Substring(place + 1);
        }

        return options.Count > 0;
    }

    public override string Write(IReadOnlyDictionary<string, string> value) => string.Join(" ", value.Select(option => $"{option.Key}={option.Value}"));
}
