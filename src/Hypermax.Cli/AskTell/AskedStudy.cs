using Hypermax.Execution.Losses;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.AskTell;

/// <summary>The study of a folder, opened for one ask or one tell of a shell script; several such processes take turns.</summary>
internal sealed class AskedStudy : IDisposable
{
    private readonly AskedStore _store;

    private AskedStudy(AskedStore store, Study study) => (_store, Study) = (store, study);

    /// <summary>Gets the study.</summary>
    public Study Study { get; }

    /// <summary>Opens the study, or begins it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="space">The file with the space; needed only to begin.</param>
    /// <param name="properties">Settings as <c>name=value</c>.</param>
    /// <exception cref="FormatException">A setting or the space makes no sense, or a space is missing.</exception>
    /// <exception cref="StudyMismatchException">The folder holds a study of another kind.</exception>
    /// <exception cref="StudyInUseException">A search runs there.</exception>
    public static AskedStudy Open(string folder, string? space, IEnumerable<string> properties)
    {
        bool isThere = File.Exists(Path.Combine(folder, JournalStore.FileName));
        StudyHeader? header = isThere ? JournalSnapshot.Read(folder).Header : null;
        SearchSpace searched = (space, header) switch
        {
            ({ } file, _) => SpaceFile.Read(file, Console.Error),
            (null, { } known) => known.Space,
            _ => throw new FormatException($"No study has begun in '{folder}' yet. Give its space with --space FILE to begin one."),
        };
        Violations violations = new();
        SettingSet settings = PropertyOption.Read(SettingSource.ServeOption, properties, violations)
            .Over(SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Serve, violations));
        StudyOptions options = StudyPlan.Read(settings, searched, violations);
        if (violations.Found.Count > 0)
        {
            throw new FormatException(string.Join(' ', violations.Sentences));
        }

        if (settings.SourceOf(StudySettings.Direction) is null && header is not null)
        {
            options = options with { Direction = header.Directions[0] };
        }

        Directory.CreateDirectory(folder);
        AskedStore store = new(new JournalStore(folder, sharing: JournalSharing.Shared));
        try
        {
            return new AskedStudy(store, Study.Create(searched, options with
            {
                Store = store,
                Name = header is null ? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) : null,
                Loss = header?.Loss is { } loss ? LossOptions.Parse(loss) with { Direction = options.Direction } : null,

                // Whoever asks next is told of all that was told by then.
                Order = header is null ? ProposalOrder.Arrival : null,
            }));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Study.Dispose();
        _store.Dispose();
    }
}
