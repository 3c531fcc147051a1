using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Hypermax.Charts.Drawing.Fonts;

/// <summary>Reads outlines and widths of characters from a TrueType file: what drawing text needs, nothing more.</summary>
/// <remarks>Reads the tables head, maxp, hhea, hmtx, cmap (format 4), loca and glyf of OpenType 1.9. Safe to share between threads.</remarks>
internal sealed class TrueTypeFont
{
    private readonly byte[] _data;
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly Glyph?[] _latin = new Glyph?[256];
    private readonly ConcurrentDictionary<char, Glyph> _others = new();
    private readonly bool _hasLongOffsets;
    private readonly int _metricCount;
    private readonly int _cmap;

    public TrueTypeFont(byte[] data)
    {
        _data = data;
        int count = U16(4);
        for (int i = 0; i < count; i++)
        {
            int entry = 12 + (16 * i);
            _tables[System.Text.Encoding.ASCII.GetString(data, entry, 4)] = (int)BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(entry + 8));
        }

        UnitsPerEm = U16(_tables["head"] + 18);
        _hasLongOffsets = U16(_tables["head"] + 50) != 0;
        _metricCount = U16(_tables["hhea"] + 34);
        _cmap = FindCharacterMap();
    }

    /// <summary>Gets the number of font units in the font size.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Gets the shape of a character; of an empty box for one the font does not have.</summary>
    public Glyph this[char character] => character < _latin.Length ? _latin[character] ??= Read(character) : _others.GetOrAdd(character, Read);

    /// <summary>Gets the width of a text at a font size.</summary>
    public double Width(string text, double size)
    {
        double width = 0;
        foreach (char character in text)
        {
            width += this[character].Advance;
        }

        return width * size / UnitsPerEm;
    }

    private Glyph Read(char character)
    {
        int index = IndexOf(character);
        index = index == 0 ? IndexOf('\u25A1') : index;
        List<float[]> contours = [];
        GlyphOutline.Read(this, index, contours, depth: 0);
        int metric = Math.Min(index, _metricCount - 1);
        return new Glyph(U16(_tables["hmtx"] + (4 * metric)), [.. contours]);
    }

    private int IndexOf(char character)
    {
        int segments = U16(_cmap + 6) / 2;
        for (int i = 0; i < segments; i++)
        {
            int end = U16(_cmap + 14 + (2 * i));
            if (character > end)
            {
                continue;
            }

            int startAt = _cmap + 16 + (2 * segments) + (2 * i);
            int start = U16(startAt);
            if (character < start)
            {
                return 0;
            }

            int delta = U16(startAt + (2 * segments));
            int rangeAt = startAt + (4 * segments);
            int range = U16(rangeAt);
            if (range == 0)
            {
                return (character + delta) & 0xFFFF;
            }

            int glyph = U16(rangeAt + range + (2 * (character - start)));
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    private int FindCharacterMap()
    {
        int cmap = _tables["cmap"];
        for (int i = 0; i < U16(cmap + 2); i++)
        {
            int table = cmap + (int)BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(cmap + 8 + (8 * i)));
            if (U16(table) == 4)
            {
                return table;
            }
        }

        throw new InvalidDataException("The font has no character map of format 4, the only one that is read here. Use another font file.");
    }

    /// <summary>Gets where the outline of a glyph begins and ends.</summary>
    public (int Start, int End) Outline(int index)
    {
        int loca = _tables["loca"];
        int glyf = _tables["glyf"];
        return _hasLongOffsets
            ? (
                glyf + (int)BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(loca + (4 * index))),
                glyf + (int)BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(loca + (4 * index) + 4)))
            : (glyf + (2 * U16(loca + (2 * index))), glyf + (2 * U16(loca + (2 * index) + 2)));
    }

    public byte U8(int at) => _data[at];

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    public short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));
}
