namespace Hypermax.Storage.Journal;

/// <summary>Saves what a search knows when its journal is no longer there.</summary>
internal sealed class JournalRescue(StudyTables tables, string folder)
{
    private string? _name;

    /// <summary>Writes all facts to a new file in the folder of the study.</summary>
    /// <param name="lost">What happened to the journal.</param>
    /// <returns>What to throw: what happened, and where the facts are now.</returns>
    public JournalLostException Save(JournalLostException lost)
    {
        if (tables.Header is not { } header)
        {
            return lost;
        }

        int finished = tables.Finished.Count;
        try
        {
            Directory.CreateDirectory(folder);
            _name ??= JournalRewriter.FreeName(folder, "rescued");
            new JournalContent(tables.Trials, tables.Steering, tables.Changes).Write(Path.Combine(folder, _name), header);
            return new JournalLostException(
                FormattableString.Invariant($"{lost.Message} All {finished} finished trials are saved in '{Path.Combine(folder, _name)}'. ")
                + FormattableString.Invariant(
                    $"Rename that file to {JournalStore.FileName} to go on with them; without it the next search begins with what is in the folder now."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new JournalLostException(FormattableString.Invariant(
                $"{lost.Message} Its {finished} finished trials could not be saved elsewhere: {error.Message} Restore the folder from a copy."), error);
        }
    }
}
