namespace Hypermax.Execution.Said;

/// <summary>How much of what a trial says about itself is kept; docs/guide/limits.md names the figures.</summary>
/// <remarks>Far more than anybody reads, and little enough that no trial fills a journal or a page by itself.</remarks>
internal static class SaidCaps
{
    /// <summary>The longest name of a metric or attribute, in characters.</summary>
    public const int Name = 256;

    /// <summary>The longest text of an attribute, in characters.</summary>
    public const int Text = 64 * 1024;

    /// <summary>The longest message of a failure, in characters.</summary>
    public const int Message = 8 * 1024;

    /// <summary>The longest stack of an exception, in characters.</summary>
    public const int Stack = 32 * 1024;

    /// <summary>The names and texts of all attributes of a trial together, in characters.</summary>
    public const int Texts = 1024 * 1024;

    /// <summary>The most attributes, and the most metrics, of a trial.</summary>
    public const int Entries = 1000;

    /// <summary>The most constraints of a trial.</summary>
    public const int Constraints = 100;

    /// <summary>The most reports of a trial, repeated steps included.</summary>
    public const int Reports = 10_000;
}
