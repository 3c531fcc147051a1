namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>Where the tuned values of a class of objectives stand.</summary>
/// <param name="Name">The name of the class that holds them.</param>
/// <param name="IsNested">Whether it is nested in the class of the objectives; else it stands beside it.</param>
/// <param name="HidesInherited">Whether a base type has, or gets, a class of the same name.</param>
internal sealed record TunedPlace(string Name, bool IsNested, bool HidesInherited);
