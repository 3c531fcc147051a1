using System.Text.Json;

namespace Hypermax.Trials.Json;

/// <summary>Keeps one string for each name that comes again with every trial, such as those of metrics: a large study has few names many times.</summary>
internal sealed class NameTable
{
    private const int Most = 256;

    private readonly List<string> _names = [];

    /// <summary>Gets the text that a reader stands at.</summary>
    public string Get(ref Utf8JsonReader json)
    {
        foreach (string name in _names)
        {
            if (json.ValueTextEquals(name))
            {
                return name;
            }
        }

        string text = json.GetString()!;
        if (_names.Count < Most)
        {
            _names.Add(text);
        }

        return text;
    }
}
