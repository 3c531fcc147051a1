namespace Hypermax.Sampling.Guided;

/// <summary>What a person wants of the proposals of a running search; the meanings of Hypermax's <c>guidance.json</c>.</summary>
/// <remarks>Hypermax applies it to ATPE only, and relearning and filtering do not work there; here every sampler obeys.</remarks>
public sealed record Guidance
{
    /// <summary>Gets the guidance that changes nothing.</summary>
    public static Guidance None { get; } = new();

    /// <summary>Gets the parameters with a constant value in every proposal: the index of each and its value in vector form.</summary>
    public IReadOnlyList<KeyValuePair<int, double>> Locked { get; init; } = [];

    /// <summary>Gets the indices of the parameters drawn afresh from their law for every proposal.</summary>
    public IReadOnlyList<int> Scrambled { get; init; } = [];

    /// <summary>Gets the parameters to learn anew: the index of each and the number of the first trial that counts for it.</summary>
    public IReadOnlyList<KeyValuePair<int, int>> Relearned { get; init; } = [];

    /// <summary>Gets which trials are kept from the sampler.</summary>
    public GuidanceFilter Filter { get; init; }

    /// <summary>Gets the part of the trials that is kept from the sampler, in percent from 0 to 100.</summary>
    public double FilterPercentile { get; init; }

    /// <summary>Gets whether the guidance changes nothing.</summary>
    public bool IsEmpty => Locked.Count + Scrambled.Count + Relearned.Count == 0 && (Filter == GuidanceFilter.None || FilterPercentile <= 0);
}
