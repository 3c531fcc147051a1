using System.Buffers;
using Hypermax.ProcessTable;

namespace Hypermax.Storage.Journal;

/// <summary>The facts of a study as a journal of its own: what is left when damage, signs of life and lost starts are left out.</summary>
/// <param name="Trials">The trials in the order of their numbers.</param>
/// <param name="Steering">What people told the study to do, oldest first.</param>
/// <param name="Changes">What changed about the study on purpose, oldest first.</param>
internal sealed record JournalContent(IReadOnlyList<TrialRecord> Trials, IReadOnlyList<Steering> Steering, IReadOnlyList<StudyChange> Changes)
{
    /// <summary>How many bytes are written at once; a million trials are two million lines.</summary>
    private const int Piece = 1 << 18;

    /// <summary>Gets the content of a study without trials.</summary>
    public static JournalContent Nothing { get; } = new([], [], []);

    /// <summary>Writes a journal and forces it to the disk.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="header">What the study is.</param>
    public void Write(string path, StudyHeader header)
    {
        File.Delete(path);
        using JournalFile file = new(path, canWrite: true);
        ArrayBufferWriter<byte> lines = new(2 * Piece);
        lines.Write(JournalWriter.Study(header with { Format = Math.Max(header.FormatNeeded, header.Format) }));
        foreach (Steering steering in Steering)
        {
            lines.Write(JournalWriter.Steer(steering));
        }

        // The order of the log tells which code evaluated a trial, so trials stand behind the change that they belong to.
        ILookup<int, TrialRecord> bySegment = Trials.Where(trial => !trial.IsLost).ToLookup(SegmentOf);
        for (int segment = 0; segment <= Changes.Count; segment++)
        {
            if (segment > 0)
            {
                lines.Write(JournalWriter.Change(Changes[segment - 1]));
            }

            foreach (TrialRecord trial in bySegment[segment])
            {
                Write(lines, trial);
                if (lines.WrittenCount >= Piece)
                {
                    file.Append(lines.WrittenSpan, durable: false);
                    lines.ResetWrittenCount();
                }
            }
        }

        file.Append(lines.WrittenSpan, durable: true);
    }

    // Segment n begins with change n - 1. The same code may have been in force twice, with a change between that set its first trials apart.
    private int SegmentOf(TrialRecord trial)
    {
        if (!trial.IsFinished)
        {
            return Changes.Count;
        }

        string? objective = null;
        int found = trial.Objective is null ? 0 : -1;
        for (int segment = 1; segment <= Changes.Count && (found < 0 || !trial.IsSetApart); segment++)
        {
            objective = Changes[segment - 1].Objective ?? objective;
            found = objective == trial.Objective ? segment : found;
        }

        return Math.Max(found, 0);
    }

    private static void Write(ArrayBufferWriter<byte> lines, TrialRecord trial)
    {
        lines.Write(JournalWriter.Start(trial, ProcessName.Self));
        if (trial.IsFinished)
        {
            lines.Write(JournalWriter.Finish(trial, withReports: trial.Outcome!.Reports.Count > 0));
        }
    }
}
