namespace Hypermax.Generators.Roslyn;

/// <summary>The methods of search by the names that attributes, build properties and the command line use.</summary>
internal static class MethodNames
{
    /// <summary>Gets all names; a test compares them with the registry of samplers. Case matters.</summary>
    public static readonly string[] All = ["auto", "random", "grid", "sobol", "anneal", "evolution", "tpe", "gp", "cmaes"];
}
