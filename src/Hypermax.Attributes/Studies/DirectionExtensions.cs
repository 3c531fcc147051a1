namespace Hypermax;

/// <summary>What a direction means for numbers.</summary>
/// <remarks>A <em>value</em> is a figure in the user's own direction, a <em>loss</em> the same figure in the form that is minimised.</remarks>
public static class DirectionExtensions
{
    /// <summary>Tells whether one value is better than another; NaN is never better, nor is anything better than it.</summary>
    /// <param name="direction">Which values are better.</param>
    /// <param name="value">A value.</param>
    /// <param name="than">Another.</param>
    public static bool IsBetter(this Direction direction, double value, double than) =>
        direction == Direction.Maximize ? value > than : value < than;

    /// <summary>Gets the loss of a value.</summary>
    /// <param name="direction">Which values are better.</param>
    /// <param name="value">The value in its own direction.</param>
    public static double ToLoss(this Direction direction, double value) => direction == Direction.Maximize ? -value : value;

    /// <summary>Gets the value of a loss.</summary>
    /// <param name="direction">Which values are better.</param>
    /// <param name="loss">The figure that is minimised.</param>
    public static double ToValue(this Direction direction, double loss) => direction == Direction.Maximize ? -loss : loss;

    /// <summary>Makes a value worse.</summary>
    /// <param name="direction">Which values are better.</param>
    /// <param name="value">The value in its own direction.</param>
    /// <param name="amount">By how much; a negative amount makes it better.</param>
    public static double Worsen(this Direction direction, double value, double amount) =>
        direction == Direction.Maximize ? value - amount : value + amount;

    /// <summary>Gets the word that files and protocols have for a direction: <c>minimize</c> or <c>maximize</c>.</summary>
    /// <param name="direction">Which values are better.</param>
    public static string ToWord(this Direction direction) => direction == Direction.Maximize ? "maximize" : "minimize";

    /// <summary>Gets what a figure in this direction is called: a <c>loss</c> where small is better, else a <c>value</c>.</summary>
    /// <param name="direction">Which values are better.</param>
    public static string FigureName(this Direction direction) => direction == Direction.Maximize ? "value" : "loss";

    /// <summary>Reads the word that files and protocols have for a direction.</summary>
    /// <param name="word">The word.</param>
    /// <param name="direction">The direction, or the default one when there is no such word.</param>
    /// <returns>Whether it is <c>minimize</c> or <c>maximize</c>.</returns>
    public static bool TryRead(string? word, out Direction direction)
    {
        direction = word == "maximize" ? Direction.Maximize : Direction.Minimize;
        return word is "minimize" or "maximize";
    }
}
