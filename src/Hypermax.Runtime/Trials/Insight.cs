namespace Hypermax;

/// <summary>Why a sampler proposed a point.</summary>
/// <param name="Method">The method that proposed it, such as <c>"tpe"</c>, or the phase, such as <c>"tpe/startup"</c>.</param>
/// <param name="Expected">The model's expected loss in the minimised form, or NaN.</param>
/// <param name="Spread">The model's standard deviation of the loss, or NaN.</param>
/// <param name="Acquisition">The value of the acquisition function, or NaN.</param>
/// <param name="Note">More in words, such as which parameters were locked, or null.</param>
public sealed record Insight(
    string Method,
    double Expected = double.NaN,
    double Spread = double.NaN,
    double Acquisition = double.NaN,
    string? Note = null)
{
    /// <summary>Gets the name of the stage that the trial belongs to; null in a study without stages.</summary>
    public string? Stage { get; init; }

    /// <summary>Gets what stands at a trial that nobody proposed: it was evaluated elsewhere and added.</summary>
    public static Insight Added { get; } = new("added");

    /// <summary>Gets what stands at a trial whose point a person chose.</summary>
    public static Insight Enqueued { get; } = new("enqueued");
}
