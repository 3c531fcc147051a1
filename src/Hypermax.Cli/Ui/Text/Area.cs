namespace Hypermax.Ui.Text;

/// <summary>The room that a view has, and which characters it may use.</summary>
/// <param name="Width">In cells.</param>
/// <param name="Height">In lines.</param>
/// <param name="IsUnicode">Whether the terminal shows more than ASCII.</param>
internal readonly record struct Area(int Width, int Height, bool IsUnicode = true)
{
    public string Bar => IsUnicode ? "█" : "#";

    public string Gap => IsUnicode ? "░" : "-";

    public string Arrow => IsUnicode ? "▸" : ">";

    public string Dash => IsUnicode ? "–" : "-";

    /// <summary>Draws a part of a whole as a bar.</summary>
    public (string Done, string Left) BarOf(double share, int width)
    {
        int done = (int)Math.Round(Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1) * width);
        return (Repeat(Bar, done), Repeat(Gap, width - done));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, Math.Max(0, count)));
}
