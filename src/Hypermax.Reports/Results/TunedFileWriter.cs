using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Writing;

namespace Hypermax.Results;

/// <summary>Writes the tuned file <c>&lt;Study&gt;.hypertune.json</c>, which is committed and becomes code; see docs/formats/tuned-file.md.</summary>
internal static class TunedFileWriter
{
    /// <summary>The version of the format that this library writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Writes the file; a file that would not change is not touched, so that a build sees it as up to date.</summary>
    /// <param name="path">The file, beside the user's project.</param>
    /// <param name="header">The study.</param>
    /// <param name="trials">Its trials.</param>
    /// <returns>Whether the file changed; false too when no trial is complete, and then the old file stays.</returns>
    /// <exception cref="IOException">The file cannot be replaced; the old one is still whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static bool Write(string path, StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        TrialRecord? best = TrialRanking.Best(trials, header.Directions[0], 1) is [TrialRecord first] ? first : null;
        return best is not null && AtomicFile.Write(path, stream => Write(stream, header, best, trials.Count(trial => trial.IsFinished)));
    }

    /// <summary>Writes the content of the file for one trial.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="header">The study.</param>
    /// <param name="best">The trial whose point becomes the tuned values.</param>
    /// <param name="finished">How many trials the study had when it was chosen.</param>
    public static void Write(Stream stream, StudyHeader header, TrialRecord best, int finished) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", CurrentFormat);
        writer.WriteString("study", header.Name);
        writer.WriteString("space", SpaceJson.Hash(header.Space));
        writer.WriteNumber("value", best.Value);
        writer.WriteString("direction", header.Directions[0].ToWord());
        writer.WriteNumber("trial", best.Number);
        writer.WriteNumber("trials", finished);
        writer.WriteNumber("seed", header.Seed);
        writer.WriteString("method", header.Method);
        writer.WriteString("version", header.Version);
        writer.WritePropertyName("parameters");
        PointJson.Write(writer, header.Space, best.Point);
        writer.WriteEndObject();
    });
}
