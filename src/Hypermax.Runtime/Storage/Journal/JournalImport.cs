namespace Hypermax.Storage.Journal;

/// <summary>Begins a study with trials that were run elsewhere: the whole journal is written at once and forced to the disk once.</summary>
internal static class JournalImport
{
    /// <summary>Writes the journal of a new study.</summary>
    /// <param name="folder">The folder; created when missing.</param>
    /// <param name="header">What the study is.</param>
    /// <param name="trials">Its finished trials, numbered from 0 without gaps, in order.</param>
    /// <exception cref="IOException">The folder holds a study already, or cannot be written to.</exception>
    /// <exception cref="ArgumentException">The numbers have a gap, or a trial is not finished.</exception>
    public static void Write(string folder, StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        for (int i = 0; i < trials.Count; i++)
        {
            if (trials[i].Number != i || !trials[i].IsFinished)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"Trial {trials[i].Number} at place {i} is {trials[i].State}; imported trials are finished and numbered from 0 without gaps."),
                    nameof(trials));
            }
        }

        Directory.CreateDirectory(folder);
        using FolderLock owner = FolderLock.Take(folder, shared: false);
        string path = Path.Combine(folder, JournalStore.FileName);
        if (File.Exists(path))
        {
            throw new IOException(
                $"'{folder}' holds a study already ({JournalStore.FileName}); an import begins a new one. Name another folder, or remove that one.");
        }

        string draft = path + ".new";
        new JournalContent(trials, [], []).Write(draft, header);
        File.Move(draft, path);
    }
}
