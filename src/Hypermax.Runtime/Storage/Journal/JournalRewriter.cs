namespace Hypermax.Storage.Journal;

/// <summary>Puts a new journal in the place of an old one, which is archived first: at no moment is there no whole journal.</summary>
internal static class JournalRewriter
{
    /// <summary>Archives the journal of a folder and writes one with the given content, or none at all when there is no header.</summary>
    /// <returns>The name of the archived journal.</returns>
    public static string Replace(string folder, StudyHeader? header, JournalContent content, string archiveSuffix)
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
        content.Write(draft, header);
        File.Move(draft, journal, overwrite: true);
        return archive;
    }

    /// <summary>Gets a name for a copy of the journal that no file of the folder has.</summary>
    public static string FreeName(string folder, string suffix)
    {
        string name = $"journal.{suffix}.jsonl";
        for (int i = 2; File.Exists(Path.Combine(folder, name)); i++)
        {
            name = FormattableString.Invariant($"journal.{suffix}.{i}.jsonl");
        }

        return name;
    }
}
