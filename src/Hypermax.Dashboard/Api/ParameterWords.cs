namespace Hypermax.Dashboard.Api;

/// <summary>Says what a parameter of an endpoint is; stands in its metadata.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it is, in a sentence.</param>
internal sealed record ParameterWords(string Name, string Text);
