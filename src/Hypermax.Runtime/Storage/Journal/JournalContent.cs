using System.Buffers;

namespace Hypermax.Storage.Journal;

/// <summary>The facts of a study as a journal of its own: what is left when damage, signs of life and lost starts are left out.</summary>
/// <param name="Trials">The trials in the order of their numbers.</param>
/// <param name="Steering">What people told the study to do, oldest first.</param>
internal sealed record JournalContent(IReadOnlyList<TrialRecord> Trials, IReadOnlyList<Steering> Steering)
{
    /// <summary>How many bytes are written at once; a million trials are two million lines.</summary>
    private const int Piece = 1 << 18;

    /// <summary>Gets the content of a study without trials.</summary>
    public static JournalContent Nothing { get; } = new([], []);

    /// <summary>Writes a journal and forces it to the disk.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="header">What the study is.</param>
    public void Write(string path, StudyHeader header)
    {
        File.Delete(path);
        using JournalFile file = new(path, canWrite: true);
        ArrayBufferWriter<byte> lines = new(2 * Piece);
        lines.Write(JournalWriter.Study(header));
        foreach (Steering steering in Steering)
        {
            lines.Write(JournalWriter.Steer(steering));
        }

        foreach (TrialRecord trial in Trials)
        {
            Write(lines, trial);
            if (lines.WrittenCount >= Piece)
            {
                file.Append(lines.WrittenSpan, durable: false);
                lines.ResetWrittenCount();
            }
        }

        file.Append(lines.WrittenSpan, durable: true);
    }

    // A trial whose records were lost has nothing to write: its number stays free, and it is run again.
    private static void Write(ArrayBufferWriter<byte> lines, TrialRecord trial)
    {
        if (!trial.HasPoint)
        {
            return;
        }

        lines.Write(JournalWriter.Start(trial, OwnerWatch.Self));
        if (trial.IsFinished)
        {
            lines.Write(JournalWriter.Finish(trial, withReports: trial.Outcome!.Reports.Count > 0));
        }
    }
}
