namespace Hypermax.Storage.Journal;

/// <summary>Puts a new journal in the place of an old one, which is archived first: at no moment is there no whole journal.</summary>
internal static class JournalRewriter
{
    /// <summary>Archives the journal of a folder and writes one with the given content, or none at all when there is no header.</summary>
    /// <returns>The name of the archived journal.</returns>
    public static string Replace(string folder, StudyHeader? header, IReadOnlyList<TrialRecord> trials, string archiveSuffix)
    {
        using FolderLock owner = FolderLock.Take(folder, shared: false);
        string journal = Path.Combine(folder, JournalStore.FileName);
        string archive = FreeName(folder, archiveSuffix);
        File.Copy(journal, Path.Combine(folder, archive));
        if (header is null)
        {
            File.Delete(journal);
            return archive;
        }

        string draft = journal + ".new";
        File.Delete(draft);
        using (JournalFile file = new(draft, canWrite: true))
        {
            file.Append(JournalWriter.Study(header), durable: false);
            foreach (TrialRecord trial in trials)
            {
                file.Append(JournalWriter.Start(trial, OwnerWatch.Self), durable: false);
                if (trial.IsFinished)
                {
                    file.Append(JournalWriter.Finish(trial, withReports: trial.Outcome!.Reports.Count > 0), durable: false);
                }
            }

            file.Append([], durable: true);
        }

        File.Move(draft, journal, overwrite: true);
        return archive;
    }

    private static string FreeName(string folder, string suffix)
    {
        string name = $"journal.{suffix}.jsonl";
        for (int i = 2; File.Exists(Path.Combine(folder, name)); i++)
        {
            name = FormattableString.Invariant($"journal.{suffix}.{i}.jsonl");
        }

        return name;
    }
}
