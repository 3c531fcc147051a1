namespace Hypermax.Execution.Said;

/// <summary>The attributes of one trial within their caps.</summary>
internal sealed class SaidTexts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private int _characters;

    /// <summary>Gets how many were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Gets the texts by name; whoever shares this between threads copies them first.</summary>
    public IReadOnlyDictionary<string, string> All => _texts;

    /// <summary>Sets a text, cut to what is kept; one for which there is no room is left out.</summary>
    public void Set(string? name, string? text)
    {
        name = SaidText.Fit(name, SaidCaps.Name);
        text = SaidText.Fit(text, SaidCaps.Text);
        int before = _texts.TryGetValue(name, out string? old) ? name.Length + old.Length : 0;
        int after = _characters - before + name.Length + text.Length;
        if (after > SaidCaps.Texts || (old is null && _texts.Count >= SaidCaps.Entries))
        {
            LeftOut++;
            return;
        }

        _characters = after;
        _texts[name] = text;
    }
}
