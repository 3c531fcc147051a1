using Hypermax.Fronts.Choosing;
using Hypermax.Reports;
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
    /// <param name="repeats">The values of the best point when it was evaluated again, or null or none to keep what the file says of the same point.</param>
    /// <param name="facts">Further facts, such as the machine.</param>
    /// <param name="chosen">The trial of a front that was chosen; null for the knee, and for a study with one objective.</param>
    /// <returns>Whether the file changed; false too when no trial is complete, and then the old file stays.</returns>
    /// <exception cref="IOException">The file cannot be replaced; the old one is still whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static bool Write(
        string path,
        StudyHeader header,
        IReadOnlyList<TrialRecord> trials,
        IReadOnlyList<double>? repeats = null,
        IReadOnlyList<KeyValuePair<string, string>>? facts = null,
        ChosenTrial? chosen = null)
    {
        if ((chosen?.Trial ?? new StudyData(header, trials).Best) is not { } best)
        {
            return false;
        }

        TunedFileFacts? old = TunedFileFacts.Read(path);
        TunedFileFacts said = repeats is null or { Count: 0 } && old?.IsOf(header, best) == true
            ? old
            : TunedFileFacts.Of(repeats ?? [], facts ?? []);
        return AtomicFile.Write(path, stream => Write(stream, header, best, trials.Count(trial => trial.IsFinished), said, chosen?.Choice));
    }

    /// <summary>Writes the content of the file for one trial.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="header">The study.</param>
    /// <param name="best">The trial whose point becomes the tuned values.</param>
    /// <param name="finished">How many trials the study had when it was chosen.</param>
    /// <param name="facts">What else is known of the point; null for nothing.</param>
    /// <param name="choice">How it was chosen from a front; null for the knee.</param>
    public static void Write(
        Stream stream,
        StudyHeader header,
        TrialRecord best,
        int finished,
        TunedFileFacts? facts = null,
        string? choice = null) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", CurrentFormat);
        writer.WriteString("study", header.Name);
        writer.WriteString("space", SpaceJson.Hash(header.Space));
        writer.WriteNumber("value", best.Value);
        if (facts is { Repeats: > 0 })
        {
            writer.WriteNumber("mean", facts.Mean);
            writer.WriteNumber("spread", facts.Spread);
            writer.WriteNumber("repeats", facts.Repeats);
            if (facts.Values.Count > 0)
            {
                writer.WriteString("values", facts.ValuesText);
            }
        }

        if (header.Directions.Count > 1)
        {
            writer.WriteString("objectives", FigureText.Of(header, best));
            writer.WriteString("choose", choice ?? FrontChoice.Knee);
        }

        if (best.Constraints.Count > 0)
        {
            writer.WriteString("constraints", FigureText.OfConstraints(best));
        }

        writer.WriteString("direction", header.Directions[0].ToWord());
        writer.WriteNumber("trial", best.Number);
        writer.WriteNumber("trials", finished);
        writer.WriteNumber("seed", header.Seed);
        writer.WriteString("method", header.Method);
        writer.WriteString("version", header.Version);
        foreach (KeyValuePair<string, string> fact in facts?.Others ?? [])
        {
            writer.WriteString(fact.Key, fact.Value);
        }

        writer.WritePropertyName("parameters");
        PointJson.Write(writer, header.Space, best.Point);
        writer.WriteEndObject();
    });
}
