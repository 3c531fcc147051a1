using Microsoft.Build.Logging.StructuredLogger;

namespace Hypermax.PackageTests.Sandboxes;

/// <summary>Asks a binary log which targets ran.</summary>
public static class BinaryLog
{
    /// <summary>Tells whether a target's work was done, at least once; a target found up to date does not count.</summary>
    public static bool Ran(string path, string target) => Targets(path, target).Any(found => !found.Skipped);

    /// <summary>Tells whether a target was found up to date.</summary>
    public static bool WasSkipped(string path, string target) => Targets(path, target) is { Count: > 0 } all && all.All(found => found.Skipped);

    private static IReadOnlyList<Target> Targets(string path, string target) =>
        Microsoft.Build.Logging.StructuredLogger.BinaryLog.ReadBuild(path).FindChildrenRecursive<Target>(found => found.Name == target);
}
