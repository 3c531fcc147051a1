namespace Hypermax.Sampling;

/// <summary>The options of methods that have none.</summary>
internal sealed record NoOptions;
