using System.Text.Json;
using Hypermax.Fingerprints;
using Hypermax.Storage.Journal;

namespace Hypermax.Search;

/// <summary>The tuned values that a search builds on: those of earlier searches.</summary>
/// <remarks>
/// Their fingerprint is the second part of the study's, after a dot. So the study knows its values from those of its own code, and a new value of
/// an earlier search makes it begin afresh, where new code only makes it warn.
/// </remarks>
internal sealed class EarlierValues
{
    private const char Separator = '.';
    private readonly IReadOnlyList<string> _studies;
    private readonly string _fingerprint;

    private EarlierValues(IReadOnlyList<string> studies, string fingerprint)
    {
        _studies = studies;
        _fingerprint = fingerprint;
    }

    /// <summary>Gets those of a search that builds on no other.</summary>
    public static EarlierValues None { get; } = new([], string.Empty);

    /// <summary>Gets the studies, for people.</summary>
    public string Names => string.Join(", ", _studies.Select(study => $"'{study}'"));

    /// <summary>Reads the values.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="fileOf">Gets the tuned file of one; a missing or damaged file counts as the declared defaults.</param>
    public static EarlierValues Read(IReadOnlyList<string> studies, Func<string, string> fileOf)
    {
        if (studies.Count == 0)
        {
            return None;
        }

        using FingerprintHash hash = new();
        foreach (string study in studies.Order(StringComparer.OrdinalIgnoreCase))
        {
            hash.Add(study.ToUpperInvariant());
            hash.Add(ValuesOf(fileOf(study)));
        }

        return new EarlierValues(studies, hash.ToString());
    }

    /// <summary>Adds them to what decides a loss.</summary>
    /// <param name="objective">The fingerprint of code and data, or null when nobody knows it.</param>
    public string? AddTo(string? objective) => objective is null || _studies.Count == 0 ? objective : objective + Separator + _fingerprint;

    /// <summary>Tells whether the trials of a study were evaluated with other values.</summary>
    /// <param name="folder">The folder of the study.</param>
    public bool DifferFrom(string folder) =>
        _studies.Count > 0
        && File.Exists(Path.Combine(folder, JournalStore.FileName))
        && JournalSnapshot.Read(folder).Trials.LastOrDefault(trial => trial.Objective is not null)?.Objective is { } last
        && last.Split(Separator) is [_, var before]
        && before != _fingerprint;

    // The values alone: neither a higher count of trials nor a second seed makes other code of them.
    private static string ValuesOf(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty("parameters", out JsonElement parameters) ? JsonSerializer.Serialize(parameters) : string.Empty;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return string.Empty;
        }
    }
}
