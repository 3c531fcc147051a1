using Hypermax.Generators.Generation.Spaces.Model;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>A place in a vector: so many entries behind a local variable.</summary>
/// <param name="Start">The variable.</param>
/// <param name="Offset">The entries behind it.</param>
internal readonly record struct Place(string Start, Extent Offset = default)
{
    /// <summary>Gets the place that lies further behind.</summary>
    public static Place operator +(Place place, Extent extent) => place with { Offset = place.Offset + extent };

    /// <summary>Gets the index as code.</summary>
    public override string ToString() => Offset.After(Start);
}
