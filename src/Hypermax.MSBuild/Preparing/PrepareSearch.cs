using Hypermax.Build.Settings;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Preparing;

/// <summary>Checks the properties of a search before anything costs time, and writes the arguments file of the coordinator.</summary>
public sealed class PrepareSearch : Task
{
    /// <summary>Gets or sets the project, which errors are shown for.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>Gets or sets where the arguments file is written.</summary>
    [Required]
    public string ArgumentsFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the stamp of the last finished search; deleted when that search no longer counts.</summary>
    [Required]
    public string StampFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the list of what the last finished search said and wrote.</summary>
    [Required]
    public string ResultFile { get; set; } = string.Empty;

    /// <summary>Gets or sets what the project is, as <c>name=value</c> items in the order they are to be written.</summary>
    public string[] Facts { get; set; } = [];

    /// <summary>Gets or sets the build's properties about the search, as <c>name=value</c> items; see <see cref="SearchSettings"/>.</summary>
    public string[] Properties { get; set; } = [];

    /// <summary>Gets or sets the value of <c>HypertuneForce</c>.</summary>
    public string Force { get; set; } = string.Empty;

    /// <summary>Gets or sets the value of <c>HypertuneRepeat</c>.</summary>
    public string Repeat { get; set; } = string.Empty;

    /// <summary>Gets or sets the value of <c>HypertuneLive</c>.</summary>
    public string Live { get; set; } = string.Empty;

    /// <summary>Gets or sets the value of <c>HypertuneEnabled</c>.</summary>
    public string Enabled { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool Execute()
    {
        KeyValuePair<string, string>[] properties = [.. Properties.Select(Pair)];
        SettingsReader reader = new(properties.Concat(Switches()).ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal));
        SearchSettings settings = reader.Read();
        reader.Flag("HypertuneLive", byDefault: true);
        reader.Flag("HypertuneEnabled", byDefault: true);
        foreach (string problem in reader.Problems)
        {
            Log.LogError(null, "HMXB0001", null, ProjectFile, 0, 0, 0, 0, "{0}", problem);
        }

        if (reader.Problems.Count > 0)
        {
            return false;
        }

        // Switches that ask for one run, such as HypertuneForce, travel on the command line: in the file they would make the next plain build out of date.
        Settings.ArgumentsFile.Write(ArgumentsFile, Facts.Select(Pair).Concat(properties));
        if (settings.Force || IsSomethingGone())
        {
            File.Delete(StampFile);
        }

        return true;
    }

    private IEnumerable<KeyValuePair<string, string>> Switches()
    {
        yield return new("HypertuneForce", Force);
        yield return new("HypertuneRepeat", Repeat);
        yield return new("HypertuneLive", Live);
        yield return new("HypertuneEnabled", Enabled);
    }

    private static KeyValuePair<string, string> Pair(string fact)
    {
        int place = fact.IndexOf('=');
        return new(fact.Substring(0, place), fact.Substring(place + 1));
    }

    private bool IsSomethingGone() => StoredResult.Read(ResultFile) is not StoredResult stored || stored.Files.Any(file => !File.Exists(file));
}
