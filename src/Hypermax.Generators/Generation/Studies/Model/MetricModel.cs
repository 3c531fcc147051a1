namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>A number of a result that is neither objective nor constraint.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Member">The property as code names it.</param>
internal sealed record MetricModel(string Name, string Member);
