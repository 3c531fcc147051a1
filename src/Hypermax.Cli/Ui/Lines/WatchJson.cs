using Hypermax.Folder;
using Hypermax.Search;

namespace Hypermax.Ui.Lines;

/// <summary>Tells a watched search as lines of JSON, those that the search itself writes; see docs/formats/search-lines.md.</summary>
/// <param name="folder">The folder of the study.</param>
/// <param name="output">Takes the lines.</param>
internal sealed class WatchJson(string folder, TextWriter output) : IWatchOutput
{
    public void Begin(FolderStatus status) => Write(SearchEvents.Begin(status.Data.Header, folder, status.Search?.Planned, status.Counted));

    public void Add(FolderStatus status, IReadOnlyList<TrialRecord> ended)
    {
        foreach (TrialRecord trial in ended)
        {
            Write(SearchEvents.Trial(status.Data.Header, trial, status.Counted, status.Search?.Planned, status.Left, status.Data.Best));
        }
    }

    public void End(FolderStatus status) => Write(SearchEvents.End(status.Data.Header, "unknown", status.Data.Best));

    private void Write(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }
}
