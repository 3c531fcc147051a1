using Hypermax.Results;
using Hypermax.Storage;

namespace Hypermax.Reports;

/// <summary>The tuned file of a study, which is committed and becomes code; see docs/formats/tuned-file.md.</summary>
public static class TunedFile
{
    /// <summary>Tells whether a file is of a trial and says how its value repeats, so that a search need not find out again.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="header">The study.</param>
    /// <param name="best">Its best trial.</param>
    public static bool HasRepeats(string path, StudyHeader header, TrialRecord best) =>
        TunedFileFacts.Read(path) is { Repeats: > 0 } facts && facts.IsOf(header, best);
}
