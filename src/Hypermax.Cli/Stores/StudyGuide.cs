using Hypermax.PostgreSql;
using Hypermax.Settings;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.Stores;

/// <summary>Asks something of those who search a study, wherever it is kept.</summary>
internal static class StudyGuide
{
    /// <summary>Asks the search of a folder, or those of the store that its study is kept in.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="wait">How long the answer may take.</param>
    /// <exception cref="JournalFormatException">What the folder has cannot be read.</exception>
    /// <exception cref="IOException">There is no study, or it cannot be reached or written to.</exception>
    public static (GuideAnswer Answer, GuideEnd End) Ask(string folder, GuideRequest request, TimeSpan wait) =>
        StoreMark.Read(folder) is { } mark ? AskDatabase(mark.OpenAddress, mark.Study, request, wait) : GuideClient.Ask(folder, request, wait);

    /// <summary>Asks those who search a study of a store.</summary>
    /// <param name="store">The address of the store.</param>
    /// <param name="study">The name of the study in it.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="wait">How long the answer may take.</param>
    /// <exception cref="FormatException">The address cannot be read.</exception>
    /// <exception cref="JournalFormatException">The study cannot be read.</exception>
    /// <exception cref="IOException">There is no such study, or it cannot be reached or written to.</exception>
    public static (GuideAnswer Answer, GuideEnd End) Ask(string store, string study, GuideRequest request, TimeSpan wait) => StoreText.IsFolder(store)
        ? Ask(Path.GetFullPath(Path.Combine(store, study)), request, wait)
        : AskDatabase(store, study, request, wait);

    private static (GuideAnswer Answer, GuideEnd End) AskDatabase(string address, string study, GuideRequest request, TimeSpan wait)
    {
        using PostgresStudies studies = new(address, study);
        if (studies.Find() is not [StudyPlace place])
        {
            throw new FileNotFoundException($"Database {studies.Address} has no study '{study}'. 'hypermax db list' names all.");
        }

        if (request.Action != GuideAction.Status && place.Means.Refusal is { } refusal)
        {
            throw new IOException(refusal);
        }

        return place.Ask(request, wait);
    }
}
