using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Sources;

/// <summary>The studies of folders that say which store keeps them.</summary>
/// <remarks>Apart from those with journals, so that a store that does not answer holds up none of these.</remarks>
/// <param name="scan">Finds the folders.</param>
/// <param name="markOf">Reads what a folder says: the address of the store, and the name of the study there; null where it says nothing any more.</param>
/// <param name="open">Opens a store.</param>
internal sealed class MarkedStudies(FolderScan scan, Func<string, (string Store, string Study)?> markOf, Func<string, StudySource> open) : StudySource
{
    /// <summary>The name of the file in which a folder says so.</summary>
    public const string FileName = "store.json";

    private readonly Dictionary<string, StudySource> _stores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MarkedPlace> _known = new(StringComparer.Ordinal);
    private volatile string? _notice;

    internal override string? Notice => _notice;

    internal override IReadOnlyList<StudyPlace> Find()
    {
        List<StudyPlace> found = [];
        HashSet<string> troubles = new(StringComparer.Ordinal);
        foreach (StudyFolder folder in scan.Find().Where(folder => folder.IsMarked))
        {
            try
            {
                Place(folder, troubles);
            }
            catch (StudyAwayException error)
            {
                // What is known of its studies stays.
                troubles.Add(error.Message);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or JournalFormatException or FormatException)
            {
                _known.Remove(folder.Path);
                troubles.Add(error.Message);
            }

            if (_known.TryGetValue(folder.Path, out MarkedPlace? place))
            {
                found.Add(place);
            }
        }

        _notice = troubles.Count == 0 ? null : string.Join(' ', troubles);
        return found;
    }

    public override void Dispose()
    {
        foreach (StudySource store in _stores.Values)
        {
            store.Dispose();
        }
    }

    private void Place(StudyFolder folder, HashSet<string> troubles)
    {
        if (markOf(folder.Path) is not (string address, string name))
        {
            _known.Remove(folder.Path);
            return;
        }

        if (!_stores.TryGetValue(address, out StudySource? store))
        {
            store = open(address);
            _stores.Add(address, store);
        }

        if (store.Find(name) is { } study)
        {
            _known[folder.Path] = new MarkedPlace(study, folder);
        }
        else
        {
            _known.Remove(folder.Path);
            troubles.Add($"The folder '{folder.Title}' says that its study is '{name}' of a store that has none of that name any more.");
        }
    }
}
