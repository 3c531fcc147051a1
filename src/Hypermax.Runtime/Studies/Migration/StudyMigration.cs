using Hypermax.Spaces;
using Hypermax.Spaces.Changes;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.Studies.Migration;

/// <summary>Brings the study in a folder to a changed space: by carrying trials over, or by beginning afresh; nothing is deleted.</summary>
internal static class StudyMigration
{
    /// <summary>Migrates the study in a folder if its space differs.</summary>
    /// <param name="folder">The folder of the study; it need not exist.</param>
    /// <param name="space">The space as it is now.</param>
    /// <param name="policy">Whether to carry trials over or to begin afresh; with <see cref="SpaceChangePolicy.Fail"/> nothing is done.</param>
    /// <returns>What became of the trials, or null when there was nothing to migrate.</returns>
    /// <exception cref="StudyInUseException">Another process searches the folder.</exception>
    /// <exception cref="JournalFormatException">The journal is of a newer format, or its first record is lost.</exception>
    public static MigrationReport? Migrate(string folder, SearchSpace space, SpaceChangePolicy policy)
    {
        if (policy == SpaceChangePolicy.Fail || !File.Exists(Path.Combine(folder, JournalStore.FileName)))
        {
            return null;
        }

        StudyHeader header;
        IReadOnlyList<TrialRecord> trials;
        string? objective;
        using (JournalStore store = new(folder))
        {
            if (store.Header is null || SpaceJson.Hash(store.Header.Space) == SpaceJson.Hash(space))
            {
                return null;
            }

            header = store.Header;
            trials = store.Trials;
            objective = StudyOpening.LastObjective(store.Changes);
        }

        List<TrialRecord> kept = policy == SpaceChangePolicy.Migrate ? Carry(trials, new PointMigration(header.Space, space)) : [];
        string archive = JournalRewriter.Replace(
            folder,
            policy == SpaceChangePolicy.Migrate ? header with { Space = space } : null,
            new JournalContent(kept, [], ChangesOf(kept, objective)),
            SpaceJson.Hash(header.Space));
        return new MigrationReport(SpaceDiff.Compare(header.Space, space), kept.Count, trials.Count - kept.Count, archive);
    }

    /// <summary>Archives the journal in a folder, so that a study of the same name begins afresh there; nothing is deleted.</summary>
    /// <param name="folder">The folder of the study; it need not exist.</param>
    /// <returns>The name of the archived journal, or null when there was none.</returns>
    /// <exception cref="StudyInUseException">Another process searches the folder.</exception>
    public static string? SetAside(string folder) =>
        File.Exists(Path.Combine(folder, JournalStore.FileName)) ? JournalRewriter.Replace(folder, header: null, JournalContent.Nothing, "before") : null;

    /// <summary>Archives the journal in a folder if the options want a study to begin afresh whose objective has changed.</summary>
    /// <param name="folder">The folder of the study; it need not exist.</param>
    /// <param name="options">What is asked for.</param>
    /// <returns>What was found, or null when nothing was set aside.</returns>
    internal static ObjectiveChange? SetAsideOtherObjective(string folder, StudyOptions options)
    {
        if (options.ObjectiveChange != ObjectiveChangeAnswer.Fresh
            || options.ObjectiveFingerprint is not { } now
            || !File.Exists(Path.Combine(folder, JournalStore.FileName)))
        {
            return null;
        }

        JournalSnapshot study = JournalSnapshot.Read(folder);
        return StudyOpening.LastObjective(study.Changes) is { } before && before != now && study.Trials.Any(trial => trial.IsFinished)
            ? new ObjectiveChange(study.Trials.Count, options.ObjectiveChange, Archive: SetAside(folder))
            : null;
    }

    // The numbers of the trials are new, so the changes are made again from what the trials say.
    private static List<StudyChange> ChangesOf(List<TrialRecord> kept, string? last)
    {
        List<StudyChange> changes = [];
        foreach (TrialRecord trial in kept.Where(trial => trial.Objective is not null).DistinctBy(trial => trial.Objective, StringComparer.Ordinal))
        {
            changes.Add(new StudyChange(trial.Number) { Objective = trial.Objective });
        }

        if (last is not null && (changes.Count == 0 || changes[^1].Objective != last))
        {
            changes.Add(new StudyChange(kept.Count) { Objective = last });
        }

        return changes;
    }

    private static List<TrialRecord> Carry(IReadOnlyList<TrialRecord> trials, PointMigration migration)
    {
        List<TrialRecord> kept = [];
        foreach (TrialRecord trial in trials.Where(trial => trial.IsFinished && !trial.IsLost && !trial.IsSetApart))
        {
            if (migration.Carry(trial.Point) is { } vector)
            {
                Dictionary<string, string> attributes = new(trial.Outcome!.Attributes, StringComparer.Ordinal)
                {
                    ["migrated-from"] = FormattableString.Invariant($"{trial.Number}"),
                };
                kept.Add(trial with { Number = kept.Count, Point = vector, Outcome = trial.Outcome with { Attributes = attributes } });
            }
        }

        return kept;
    }
}
