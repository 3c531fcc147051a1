using System.Reflection;

namespace Hypermax.Generators.Rules;

/// <summary>Where the page of a rule is found: below the project's URL, which is set once, in build/Version.props.</summary>
internal static class HelpLinks
{
    public static readonly string Root = ProjectUrl() + "docs/rules/";

    public static string For(string id) => Root + id + ".md";

    private static string ProjectUrl() =>
        typeof(HelpLinks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "HypermaxProjectUrl").Value!;
}
