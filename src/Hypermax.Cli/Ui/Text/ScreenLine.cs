namespace Hypermax.Ui.Text;

/// <summary>A line of the screen: pieces from left to right.</summary>
internal sealed class ScreenLine
{
    public ScreenLine(params ReadOnlySpan<Piece> pieces) => Pieces = [.. pieces];

    private ScreenLine(IReadOnlyList<Piece> pieces) => Pieces = pieces;

    public static ScreenLine Empty { get; } = new();

    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>Gets how many cells of the terminal the line takes.</summary>
    public int Width => Pieces.Sum(piece => CellText.Width(piece.Text));

    /// <summary>Gets whether all of the line is chosen.</summary>
    public bool IsChosen => Pieces.Count > 0 && Pieces.All(piece => piece.Tone == Tone.Chosen);

    /// <summary>Gets the text alone.</summary>
    public string Plain => string.Concat(Pieces.Select(piece => piece.Text));

    public static implicit operator ScreenLine(string text) => new((Piece)text);

    public static implicit operator ScreenLine(Piece piece) => new(piece);

    /// <summary>Gets the line in another tone, as the chosen row of a table.</summary>
    public ScreenLine In(Tone tone) => new([.. Pieces.Select(piece => piece with { Tone = tone })]);

    /// <summary>Gets the line cut to a width; what is left out is told by a mark at its end.</summary>
    public ScreenLine Cut(int width, bool isUnicode = true)
    {
        if (Width <= width)
        {
            return this;
        }

        string mark = isUnicode ? "…" : "~";
        List<Piece> kept = [];
        int room = Math.Max(0, width - 1);
        foreach (Piece piece in Pieces)
        {
            string text = CellText.Cut(piece.Text, room);
            kept.Add(piece with { Text = text });
            room -= CellText.Width(text);
            if (text.Length < piece.Text.Length)
            {
                break;
            }
        }

        return width <= 0 ? Empty : new ScreenLine([.. kept, new Piece(mark, Tone.Faint)]);
    }

    /// <summary>Gets the line filled with blanks to a width.</summary>
    public ScreenLine Fill(int width, Tone tone = Tone.Plain) =>
        Width >= width ? this : new ScreenLine([.. Pieces, new Piece(new string(' ', width - Width), tone)]);
}
