namespace Hypermax.Settings;

/// <summary>The methods of search by the names that all surfaces use.</summary>
internal static class MethodNames
{
    /// <summary>Gets all names; a test compares them with the registry of samplers.</summary>
    public static readonly string[] All = ["auto", "random", "grid", "sobol", "anneal", "evolution", "nsga2", "nsga3", "tpe", "atpe", "gp", "cmaes"];
}
