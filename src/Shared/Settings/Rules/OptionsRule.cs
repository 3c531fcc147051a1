using System.Text;

namespace Hypermax.Settings;

/// <summary>Options of a method of search or of an executor, as <c>name=value</c>; a value with blanks stands in quotes.</summary>
/// <remarks>Which names there are depends on whose options they are, and is checked where that is known.</remarks>
internal sealed class OptionsRule()
    : Rule<IReadOnlyDictionary<string, string>>("options as name=value, with blanks, commas or semicolons between them; quotes keep a value together")
{
    private const string Separators = " ,;";
    private const string Quotes = "'\"";

    /// <summary>Puts a value in quotes where it would not stay together, here or in a command.</summary>
    public static string Quote(string value) =>
        value.Length > 0 && !value.Any(letter => Separators.Contains(letter) || Quotes.Contains(letter) || letter == '\\') ? value
        : value.Contains('\'') ? "\"" + value.Replace("\"", "\"'\"'\"") + "\""
        : "'" + value + "'";

    public override bool TryRead(string text, out IReadOnlyDictionary<string, string> value, out string? hint)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        value = options;
        hint = null;
        foreach (string part in Split(text))
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

    public override string Write(IReadOnlyDictionary<string, string> value) => string.Join(" ", value.Select(option => $"{option.Key}={Quote(option.Value)}"));

    // A backslash is an ordinary letter, for it stands in paths.
    private static IEnumerable<string> Split(string text)
    {
        StringBuilder part = new();
        char quote = '\0';
        foreach (char letter in text)
        {
            if (quote == '\0' && Separators.Contains(letter))
            {
                if (part.Length > 0)
                {
                    yield return part.ToString();
                }

                part.Clear();
            }
            else if (quote == '\0' ? Quotes.Contains(letter) : letter == quote)
            {
                quote = quote == '\0' ? letter : '\0';
            }
            else
            {
                part.Append(letter);
            }
        }

        if (part.Length > 0)
        {
            yield return part.ToString();
        }
    }
}
