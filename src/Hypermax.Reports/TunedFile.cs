using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.Writing;

namespace Hypermax.Reports;

/// <summary>The tuned file of a study, which is committed and becomes code; see docs/formats/tuned-file.md.</summary>
public static class TunedFile
{
    /// <summary>Tells whether a file is of a trial and says how its value repeats, so that a search need not find out again.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="header">The study.</param>
    /// <param name="best">Its best trial.</param>
    public static bool HasRepeats(string path, StudyHeader header, TrialRecord best) =>
        TunedFileFacts.Read(path) is { HasValues: true } facts && facts.IsOf(header, best);

    /// <summary>Writes the file for a trial that need not be the best of its study, such as one that repeats have confirmed.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="header">The study.</param>
    /// <param name="trial">The trial whose point becomes the tuned values.</param>
    /// <param name="trials">How many trials the study had when it was chosen.</param>
    /// <param name="repeats">The values of the point when it was evaluated again, or none.</param>
    /// <exception cref="IOException">The file cannot be replaced; the old one is still whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void Write(string path, StudyHeader header, TrialRecord trial, int trials, IReadOnlyList<double> repeats) =>
        AtomicFile.Write(path, stream => TunedFileWriter.Write(stream, header, trial, trials, TunedFileFacts.Of(repeats, [])));
}
