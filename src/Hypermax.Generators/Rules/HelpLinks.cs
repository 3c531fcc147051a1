namespace Hypermax.Generators.Rules;

/// <summary>Where the page of a rule is found.</summary>
internal static class HelpLinks
{
    public const string Root = "docs/rules/";

    public static string For(string id) => Root + id + ".md";
}
