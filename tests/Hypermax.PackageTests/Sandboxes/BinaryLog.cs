using Microsoft.Build.Logging.StructuredLogger;

namespace Hypermax.PackageTests.Sandboxes;

/// <summary>Asks a binary log which targets ran.</summary>
public static class BinaryLog
{
    /// <summary>Tells whether a target's work was done, at least once; a target found up to date does not count.</summary>
    public static bool Ran(string path, string target) => Targets(path, target).Any(found => !found.Skipped);

    /// <summary>Tells whether a target was found up to date.</summary>
    public static bool WasSkipped(string path, string target) => Targets(path, target) is { Count: > 0 } all && all.All(found => found.Skipped);

    /// <summary>Tells whether a text stands in what our own targets and tasks were given, did, or said.</summary>
    public static bool WritesInTasks(string path, string text) =>
        Microsoft.Build.Logging.StructuredLogger.BinaryLog.ReadBuild(path)
            .FindChildrenRecursive<Target>(target => target.Name.Contains("Hypertune", StringComparison.Ordinal))
            .Any(target => target.FindChildrenRecursive<BaseNode>(node => node.ToString()?.Contains(text, StringComparison.Ordinal) == true).Count > 0);

    private static IReadOnlyList<Target> Targets(string path, string target) =>
        Microsoft.Build.Logging.StructuredLogger.BinaryLog.ReadBuild(path).FindChildrenRecursive<Target>(found => found.Name == target);
}
