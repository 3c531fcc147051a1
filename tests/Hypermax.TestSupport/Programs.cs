namespace Hypermax.TestSupport;

/// <summary>Programs that some tests need and that a developer's machine may lack.</summary>
public static class Programs
{
    /// <summary>The variable with which CI forbids to skip: there a missing program is a fault of the machine, and tests that need it fail.</summary>
    public const string RequiredVariable = "HYPERMAX_REQUIRE_PROGRAMS";

    /// <summary>Gets the reason to skip a test, or null when it must run.</summary>
    /// <param name="missing">Which program is missing, or null when none is.</param>
    public static string? SkipReason(string? missing) => SkipReason(missing, Environment.GetEnvironmentVariable(RequiredVariable));

    /// <summary>Gets the reason to skip a test under a value of the variable.</summary>
    public static string? SkipReason(string? missing, string? required) => required == "1" ? null : missing;
}
