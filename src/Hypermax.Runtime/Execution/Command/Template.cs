using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>A text with names in braces that are replaced for every trial.</summary>
internal sealed class Template
{
    private readonly List<(string Text, bool IsName)> _parts = [];

    private Template(string source) => Source = source;

    /// <summary>Gets the text as it was given.</summary>
    public string Source { get; }

    /// <summary>Gets the names in braces.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.IsName).Select(part => part.Text);

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A brace is not closed, or closes nothing.</exception>
    public static Template Parse(string source)
    {
        Template template = new(source);
        StringBuilder text = new();
        for (int i = 0; i < source.Length; i++)
        {
            char unit = source[i];
            if (unit is '{' or '}' && i + 1 < source.Length && source[i + 1] == unit)
            {
                text.Append(unit);
                i++;
            }
            else if (unit == '{')
            {
                int end = source.IndexOf('}', i);
                if (end < 0)
                {
                    throw new FormatException($"The template '{source}' opens a brace that it does not close. Write {{{{ for a brace that is meant.");
                }

                template.Add(text.ToString(), isName: false);
                template.Add(source[(i + 1)..end], isName: true);
                text.Clear();
                i = end;
            }
            else if (unit == '}')
            {
                throw new FormatException($"The template '{source}' closes a brace that it did not open. Write }}}} for a brace that is meant.");
            }
            else
            {
                text.Append(unit);
            }
        }

        template.Add(text.ToString(), isName: false);
        return template;
    }

    /// <summary>Replaces the names.</summary>
    /// <param name="value">Gets the value of a name, or null when it has none for this trial.</param>
    /// <returns>The text, or null when a name has no value.</returns>
    public string? Fill(Func<string, string?> value)
    {
        StringBuilder filled = new();
        foreach ((string text, bool isName) in _parts)
        {
            string? part = isName ? value(text) : text;
            if (part is null)
            {
                return null;
            }

            filled.Append(part);
        }

        return filled.ToString();
    }

    private void Add(string text, bool isName)
    {
        if (isName || text.Length > 0)
        {
            _parts.Add((text, isName));
        }
    }
}
