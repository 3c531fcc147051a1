using Hypermax.Errors;
using Hypermax.Import;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.Search;

/// <summary>The trials that a new study begins with: those of another study's folder, or of a table.</summary>
internal sealed class WarmStart
{
    private readonly string _source;
    private readonly SearchSpace _space;
    private readonly IReadOnlyList<TrialRecord> _trials;

    private WarmStart(string source, SearchSpace space, IReadOnlyList<TrialRecord> trials)
    {
        _source = source;
        _space = space;
        _trials = trials;
    }

    /// <summary>Reads the trials; null where nobody names any.</summary>
    /// <param name="settings">What names the folder of a study, or a CSV file with a column 'loss' and one for each parameter.</param>
    /// <param name="space">The space of the study that begins.</param>
    /// <param name="direction">Its direction, which the other study must share.</param>
    /// <exception cref="FormatException">The source does not exist, or its study has another direction.</exception>
    /// <exception cref="ImportException">The table cannot become trials.</exception>
    public static WarmStart? Read(SettingSet settings, SearchSpace space, Direction direction)
    {
        if (settings.Text(StudySettings.WarmStart) is not { } source)
        {
            return null;
        }

        string names = $"{settings.SubjectOf(StudySettings.WarmStart)} names '{source}'";
        if (File.Exists(source))
        {
            return new WarmStart(source, space, CsvStudyReader.ReadFile(source, space, new ImportOptions { Direction = direction }).Trials);
        }

        if (!Directory.Exists(source))
        {
            throw new FormatException($"{names}, which does not exist; it must be the folder of a study or a CSV file. Correct the path.");
        }

        JournalSnapshot study = JournalSnapshot.Read(source);
        if (study.Header is not { } header)
        {
            throw new FormatException($"{names}, where no study has begun yet. Name the folder of a study with trials.");
        }

        return header.Directions[0] == direction
            ? new WarmStart(source, header.Space, study.Trials)
            : throw new FormatException(
                $"{names}, whose direction is {header.Directions[0]}; this study's is {direction}. Name a study of the same direction.");
    }

    /// <summary>Adds the trials to a study and says how many had a meaning in its space.</summary>
    public string Into(Study study)
    {
        int added = study.AddFrom(_space, _trials);
        return FormattableString.Invariant(
            $"begins with {added} of the {Counted.Of(_trials.Count, "trial")} in {_source}; they do not count towards its budget");
    }
}
