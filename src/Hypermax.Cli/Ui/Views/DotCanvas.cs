using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>A drawing of dots: two by four of them a cell in Braille, or one a cell where the terminal has ASCII alone.</summary>
internal sealed class DotCanvas(int columns, int rows, bool isUnicode)
{
    // The bits of Braille patterns, by row and column within the cell.
    private static readonly int[,] Bits = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    private readonly int[] _cells = new int[Math.Max(0, columns * rows)];
    private readonly Tone[] _tones = new Tone[Math.Max(0, columns * rows)];

    /// <summary>Gets how many dots lie side by side.</summary>
    public int Width => isUnicode ? columns * 2 : columns;

    /// <summary>Gets how many dots lie above each other.</summary>
    public int Height => isUnicode ? rows * 4 : rows;

    /// <summary>Draws a dot; a later one decides the tone of its cell.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    /// <param name="tone">Its tone.</param>
    /// <param name="ascii">What stands for it where there is no Braille.</param>
    public void Dot(int x, int y, Tone tone, char ascii = '.')
    {
        if (x < 0 || x >= Width || y < 0 || y >= Height)
        {
            return;
        }

        int cell = isUnicode ? ((y / 4) * columns) + (x / 2) : (y * columns) + x;
        _cells[cell] = isUnicode ? _cells[cell] | Bits[y % 4, x % 2] : ascii;
        _tones[cell] = tone;
    }

    /// <summary>Writes a letter into the cell of a dot, where nothing was drawn.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    /// <param name="tone">Its tone.</param>
    /// <param name="letter">The letter.</param>
    public void Letter(int x, int y, Tone tone, char letter)
    {
        if (x < 0 || x >= Width || y < 0 || y >= Height)
        {
            return;
        }

        int cell = isUnicode ? ((y / 4) * columns) + (x / 2) : (y * columns) + x;
        if (_cells[cell] == 0)
        {
            (_cells[cell], _tones[cell]) = (-letter, tone);
        }
    }

    /// <summary>Gets the pieces of a row.</summary>
    public IEnumerable<Piece> Row(int row)
    {
        for (int start = 0; start < columns;)
        {
            int end = start + 1;
            while (end < columns && _tones[(row * columns) + end] == _tones[(row * columns) + start])
            {
                end++;
            }

            yield return new Piece(string.Create(end - start, (row * columns) + start, Fill), _tones[(row * columns) + start]);
            start = end;
        }
    }

    private void Fill(Span<char> text, int first)
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = _cells[first + i] == 0 ? ' '
                : _cells[first + i] < 0 ? (char)-_cells[first + i]
                : isUnicode ? (char)(0x2800 + _cells[first + i]) : (char)_cells[first + i];
        }
    }
}
