namespace Hypermax.Execution.Slurm;

/// <summary>The jobs that a search left which was killed: taken up where their trials are run again, and else ended.</summary>
internal sealed class LeftFolders
{
    private readonly object _gate = new();
    private readonly List<(TrialFolder Folder, string Order)> _left;

    /// <summary>Finds them.</summary>
    public LeftFolders(string root) => _left = [.. TrialFolder.Of(root).Select(folder => (folder, OrderOf(folder)))];

    /// <summary>Gets how many there are.</summary>
    public int Count => _left.Count;

    /// <summary>Takes up the job of a trial, or null where none was left.</summary>
    /// <param name="order">The trial, as it is written.</param>
    public TrialFolder? Take(string order)
    {
        lock (_gate)
        {
            // The latest submission, should there be several.
            int at = _left.FindLastIndex(left => left.Order == order);
            if (at < 0)
            {
                return null;
            }

            TrialFolder found = _left[at].Folder;
            _left.RemoveAt(at);
            return found;
        }
    }

    /// <summary>Takes all that can no longer be asked for: lost trials are run again first, so that one with a higher number tells.</summary>
    /// <param name="number">The number of a trial that none was left of.</param>
    public IReadOnlyList<TrialFolder> TakeBelow(int number)
    {
        lock (_gate)
        {
            TrialFolder[] below = [.. _left.Where(left => left.Folder.Number < number).Select(left => left.Folder)];
            _left.RemoveAll(left => left.Folder.Number < number);
            return below;
        }
    }

    // One that was killed before it wrote the order submitted nothing.
    private static string OrderOf(TrialFolder folder)
    {
        try
        {
            return File.ReadAllText(folder.OrderFile);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
