namespace Hypermax.Generators.Rules;

/// <summary>The categories that rules are listed under in editors.</summary>
internal static class RuleCategories
{
    public const string Spaces = "Hypermax.Spaces";
    public const string Objectives = "Hypermax.Objectives";
    public const string Tests = "Hypermax.Tests";
    public const string TunedFiles = "Hypermax.TunedFiles";
}
