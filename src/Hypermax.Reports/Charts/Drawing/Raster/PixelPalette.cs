using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hypermax.Charts.Drawing.Raster;

/// <summary>Reduces a picture to at most 256 colours, so that a pixel takes one byte instead of three.</summary>
/// <remarks>
/// <para>Colours that agree in their five upper bits count as one and take the most frequent of them, so paper, ink and the colours of marks stay
/// exact; colours known beforehand stay in their places, in front. Where more than 256 are left, the most frequent are taken, then again and again the one
/// farthest from all taken: no rare colour, such as that of a single dot, is replaced by one that looks different.</para>
/// <para>Not safe to share between threads; takes about half a megabyte that serves all pictures of a thread.</para>
/// </remarks>
internal sealed class PixelPalette
{
    private const int Most = 256;
    private const int Frequent = 176;

    /// <summary>Five bits a channel: a table of all of them stays in the processor's cache.</summary>
    private const int Bits = 5;
    private const int MostKinds = 1 << (3 * Bits);

    [ThreadStatic]
    private static PixelPalette? _ofThread;

    private readonly ushort[] _kindOfKey = new ushort[MostKinds];
    private readonly int[] _keys = new int[MostKinds + Most];
    private readonly uint[] _colours = new uint[MostKinds + Most];
    private readonly int[] _votes = new int[MostKinds + Most];
    private readonly int[] _counts = new int[MostKinds + Most];
    private readonly byte[] _indices = new byte[MostKinds + Most];
    private readonly List<(int At, int Length)> _stretches = [];
    private ushort[] _kinds = [];
    private int _count;
    private int _known;

    /// <summary>Gets the palette maker of this thread.</summary>
    public static PixelPalette OfThread => _ofThread ??= new PixelPalette();

    /// <summary>Indexes a picture.</summary>
    /// <param name="pixels">The pixels, row by row, as <see cref="Frame"/> packs them.</param>
    /// <param name="width">The pixels of a row.</param>
    /// <param name="known">Colours that pixels name by their upper byte, see <see cref="Frame.Named"/>; they come first. At most 192.</param>
    /// <param name="rows">Gets for each row one byte that is left as it is, then the index of each pixel.</param>
    /// <returns>The colours.</returns>
    public uint[] Index(ReadOnlySpan<uint> pixels, int width, ReadOnlySpan<uint> known, Span<byte> rows)
    {
        _kinds = _kinds.Length >= pixels.Length ? _kinds : new ushort[pixels.Length];
        try
        {
            Sort(pixels, width, known, rows);
            uint[] palette = Choose(known.Length);
            WriteIndices(width, rows);
            return palette;
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>Finds the kind of every pixel that does not name its colour; those that do are written at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(ReadOnlySpan<uint> pixels, int width, ReadOnlySpan<uint> known, Span<byte> rows)
    {
        known.CopyTo(_colours);
        _count = _known = known.Length;
        for (int start = 0, at = 1; start < pixels.Length; start += width, at += width + 1)
        {
            ReadOnlySpan<uint> row = pixels.Slice(start, width);
            if (start > 0 && row.SequenceEqual(pixels.Slice(start - width, width)))
            {
                _stretches.Add((at, 0));
                continue;
            }

            for (int x = 0; x < width;)
            {
                int named = row[x..].IndexOfAnyInRange(0u, 0xFFFFFFu);
                named = named < 0 ? width - x : named;
                WriteNames(row.Slice(x, named), rows.Slice(at + x, named));
                x += named;
                int other = row[x..].IndexOfAnyExceptInRange(0u, 0xFFFFFFu);
                other = other < 0 ? width - x : other;
                if (other > 0)
                {
                    SortStretch(row.Slice(x, other), start + x);
                    _stretches.Add((at + x, other));
                }

                x += other;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortStretch(ReadOnlySpan<uint> pixels, int place)
    {
        Span<ushort> kinds = _kinds.AsSpan(place, pixels.Length);
        for (int x = 0; x < pixels.Length;)
        {
            int end = x + 1;
            uint colour = pixels[x];
            while (end < pixels.Length && pixels[end] == colour)
            {
                end++;
            }

            kinds[x..end].Fill((ushort)KindOf(colour, end - x));
            x = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteNames(ReadOnlySpan<uint> pixels, Span<byte> indices)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            indices[i] = (byte)((pixels[i] >> 24) - 1);
        }
    }

    /// <summary>Writes the indices of all stretches; one of no length stands for a row equal to the one above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteIndices(int width, Span<byte> rows)
    {
        foreach ((int at, int length) in _stretches)
        {
            if (length == 0)
            {
                rows.Slice(at - width - 1, width).CopyTo(rows.Slice(at, width));
                continue;
            }

            Span<byte> indices = rows.Slice(at, length);
            ReadOnlySpan<ushort> kinds = _kinds.AsSpan(at - 1 - (at / (width + 1)), length);
            byte[] indexOf = _indices;
            for (int i = 0; i < indices.Length; i++)
            {
                indices[i] = indexOf[kinds[i]];
            }
        }
    }

    private int KindOf(uint colour, int run)
    {
        const int Drop = 8 - Bits;
        int key = (int)((((colour & 0xFF) >> Drop) << (2 * Bits)) | (((colour >> 8) & 0xFF) >> Drop << Bits) | (((colour >> 16) & 0xFF) >> Drop));
        int kind = _kindOfKey[key] - 1;
        if (kind < 0)
        {
            kind = _count++;
            _kindOfKey[key] = (ushort)(kind + 1);
            (_keys[kind], _colours[kind], _votes[kind], _counts[kind]) = (key, colour, run, run);
            return kind;
        }

        // The majority by one pass (Boyer and Moore 1981).
        _counts[kind] += run;
        _votes[kind] += _colours[kind] == colour ? run : -run;
        if (_votes[kind] < 0)
        {
            (_colours[kind], _votes[kind]) = (colour, -_votes[kind]);
        }

        return kind;
    }

    private uint[] Choose(int known)
    {
        if (_count <= Most)
        {
            for (int kind = 0; kind < _count; kind++)
            {
                _indices[kind] = (byte)kind;
            }

            return _colours[.._count];
        }

        int[] order = new int[_count];
        int[] frequencies = new int[_count];
        for (int kind = 0; kind < _count; kind++)
        {
            (order[kind], frequencies[kind]) = (kind, kind < known ? int.MinValue + kind : -_counts[kind]);
        }

        Array.Sort(frequencies, order);
        NearestColours nearest = new(_colours.AsSpan(0, _count));
        uint[] palette = new uint[Most];
        for (int i = 0; i < Most; i++)
        {
            int kind = i < Math.Max(Frequent, known + ((Most - known) / 2)) ? order[i] : nearest.Farthest();
            palette[i] = _colours[kind];
            nearest.Add(palette[i]);
        }

        nearest.CopyTo(_indices);
        return palette;
    }

    private void Clear()
    {
        foreach (int key in _keys.AsSpan(_known, _count - _known))
        {
            _kindOfKey[key] = 0;
        }

        _count = _known = 0;
        _stretches.Clear();
    }

    /// <summary>For each colour the nearest of those taken, kept up to date as they are taken.</summary>
    private sealed class NearestColours
    {
        private readonly int[] _red;
        private readonly int[] _green;
        private readonly int[] _blue;
        private readonly int[] _distance;
        private readonly int[] _nearest;
        private readonly int _count;
        private int _taken;

        public NearestColours(ReadOnlySpan<uint> colours)
        {
            _count = colours.Length;
            int padded = (_count + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
            (_red, _green, _blue, _distance, _nearest) = (new int[padded], new int[padded], new int[padded], new int[padded], new int[padded]);
            Array.Fill(_distance, int.MaxValue);
            for (int i = 0; i < _count; i++)
            {
                (_red[i], _green[i], _blue[i]) = ((int)(colours[i] & 0xFF), (int)((colours[i] >> 8) & 0xFF), (int)((colours[i] >> 16) & 0xFF));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(uint colour)
        {
            Vector<int> red = new((int)(colour & 0xFF));
            Vector<int> green = new((int)((colour >> 8) & 0xFF));
            Vector<int> blue = new((int)((colour >> 16) & 0xFF));
            Vector<int> index = new(_taken++);
            Span<Vector<int>> distances = MemoryMarshal.Cast<int, Vector<int>>(_distance.AsSpan());
            Span<Vector<int>> nearest = MemoryMarshal.Cast<int, Vector<int>>(_nearest.AsSpan());
            ReadOnlySpan<Vector<int>> reds = MemoryMarshal.Cast<int, Vector<int>>(_red.AsSpan());
            ReadOnlySpan<Vector<int>> greens = MemoryMarshal.Cast<int, Vector<int>>(_green.AsSpan());
            ReadOnlySpan<Vector<int>> blues = MemoryMarshal.Cast<int, Vector<int>>(_blue.AsSpan());
            for (int i = 0; i < distances.Length; i++)
            {
                Vector<int> r = reds[i] - red;
                Vector<int> g = greens[i] - green;
                Vector<int> b = blues[i] - blue;
                Vector<int> distance = (r * r) + (g * g) + (b * b);
                Vector<int> isNearer = Vector.LessThan(distance, distances[i]);
                distances[i] = Vector.ConditionalSelect(isNearer, distance, distances[i]);
                nearest[i] = Vector.ConditionalSelect(isNearer, index, nearest[i]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int Farthest()
        {
            int farthest = 0;
            for (int i = 1; i < _count; i++)
            {
                farthest = _distance[i] > _distance[farthest] ? i : farthest;
            }

            return farthest;
        }

        public void CopyTo(byte[] indices)
        {
            for (int i = 0; i < _count; i++)
            {
                indices[i] = (byte)_nearest[i];
            }
        }
    }
}
