namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>How an entry of a vector becomes a value and back.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Detail">What the way needs: the keyword of a number type, the name of a converter, the type of a table.</param>
/// <param name="Ticks">For time spans, the number of ticks in one unit.</param>
internal sealed record ConversionModel(ConversionKind Kind, string Detail = "", double Ticks = 0);
