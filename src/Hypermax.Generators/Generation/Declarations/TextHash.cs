namespace Hypermax.Generators.Generation.Declarations;

/// <summary>A hash of 64 bits over texts and numbers, the same in every process (FNV-1a over UTF-16 units, finished as in MurmurHash3).</summary>
/// <remarks>Two of a million versions of a project agree by chance with a probability below 10⁻⁷.</remarks>
internal struct TextHash
{
    private const ulong Prime = 1099511628211;

    private ulong _state;

    /// <summary>Gets the hash of everything added so far.</summary>
    public readonly ulong Value
    {
        get
        {
            ulong mixed = _state;
            mixed = (mixed ^ (mixed >> 33)) * 0xff51afd7ed558ccd;
            mixed = (mixed ^ (mixed >> 33)) * 0xc4ceb9fe1a85ec53;
            return mixed ^ (mixed >> 33);
        }
    }

    public static TextHash Start() => new() { _state = 14695981039346656037 };

    /// <summary>Adds a text, and that it ends here: "ab" and "c" are not "a" and "bc".</summary>
    public void Add(string text)
    {
        ulong state = _state;
        foreach (char unit in text)
        {
            state = (state ^ unit) * Prime;
        }

        _state = state;
        Add((ulong)text.Length);
    }

    public void Add(ulong number)
    {
        for (int shift = 0; shift < 64; shift += 16)
        {
            _state = (_state ^ ((number >> shift) & 0xffff)) * Prime;
        }
    }
}
