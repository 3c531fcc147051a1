using System.Text.RegularExpressions;

namespace Hypermax.Build.Packing;

/// <summary>The project's own dependencies in the file that a restore writes.</summary>
internal static class PrivateDependencies
{
    /// <summary>Marks packages as private, as <c>PrivateAssets="all"</c> on their references would have.</summary>
    /// <param name="assets">The text of <c>project.assets.json</c>.</param>
    /// <param name="packages">The ids of the packages.</param>
    public static string Hide(string assets, IEnumerable<string> packages) =>
        packages.Aggregate(assets, (text, package) => Dependency(package).Replace(text, Hide));

    // Only a dependency of the project itself has a target: "Hypermax.MSBuild": { "target": "Package", "version": "[0.1.0, )" }.
    private static Regex Dependency(string package) => new(
        $@"(?<start>""{Regex.Escape(package)}""\s*:\s*\{{)(?<facts>[^{{}}]*""target""\s*:\s*""Package""[^{{}}]*)\}}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10));

    private static string Hide(Match dependency) =>
        dependency.Groups["facts"].Value.Contains("\"suppressParent\"")
            ? dependency.Value
            : $"{dependency.Groups["start"].Value}\"suppressParent\": \"All\",{dependency.Groups["facts"].Value}}}";
}
