namespace Hypermax.Generators.Rules;

/// <summary>What a diagnostic tells its code fix.</summary>
internal static class FixProperties
{
    /// <summary>The expression to put in place of the one that the diagnostic points at.</summary>
    public const string Replacement = "Replacement";

    /// <summary>The name of the thing that the fix adds or uses.</summary>
    public const string Name = "Name";
}
