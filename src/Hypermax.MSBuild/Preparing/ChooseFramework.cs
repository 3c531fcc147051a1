using System.Text.RegularExpressions;
using Hypermax.Build.Protocol;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Preparing;

/// <summary>Picks the framework of a multi-targeted project that objectives run on: the newest one that this SDK's runtime can run.</summary>
public sealed class ChooseFramework : Task
{
    private static readonly Regex Modern = new(
        @"^net(?<major>\d+)\.(?<minor>\d+)(?<platform>-.+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Gets or sets the frameworks of the project.</summary>
    [Required]
    public string[] Frameworks { get; set; } = [];

    /// <summary>Gets or sets the version of the runtime that comes with the SDK, such as <c>10.0</c>.</summary>
    [Required]
    public string RuntimeVersion { get; set; } = string.Empty;

    /// <summary>Gets or sets the framework that the user chose with <c>HypertuneFramework</c>, or nothing.</summary>
    public string Wanted { get; set; } = string.Empty;

    /// <summary>Gets or sets the chosen framework; empty when none can run.</summary>
    [Output]
    public string Chosen { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool Execute()
    {
        string[] frameworks = [.. Frameworks.Select(framework => framework.Trim()).Where(framework => framework.Length > 0)];
        if (Wanted.Trim().Length > 0)
        {
            return ChooseWanted(frameworks, Wanted.Trim());
        }

        Version runtime = Version.TryParse(RuntimeVersion, out Version? parsed) ? parsed : new Version(99, 0);
        Chosen = frameworks
            .Select(framework => (framework, match: Modern.Match(framework)))
            .Where(candidate => candidate.match.Success && VersionOf(candidate.match) <= runtime)
            .OrderBy(candidate => VersionOf(candidate.match))
            .ThenByDescending(candidate => candidate.match.Groups["platform"].Length)
            .Select(candidate => candidate.framework)
            .LastOrDefault() ?? string.Empty;
        return true;
    }

    private static Version VersionOf(Match match) => Version.Parse($"{match.Groups["major"].Value}.{match.Groups["minor"].Value}");

    private bool ChooseWanted(string[] frameworks, string wanted)
    {
        Chosen = frameworks.FirstOrDefault(framework => string.Equals(framework, wanted, StringComparison.OrdinalIgnoreCase)) ?? string.Empty;
        if (Chosen.Length > 0)
        {
            return true;
        }

        string problem = $"Property 'HypertuneFramework' must be one of the project's frameworks; it is '{wanted}'.";
        Log.Say(BuildRules.BadSetting, $"{problem} Choose one of {string.Join(", ", frameworks)}.");
        return false;
    }
}
