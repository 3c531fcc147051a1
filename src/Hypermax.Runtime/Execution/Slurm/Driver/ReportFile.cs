using System.Globalization;
using System.Text;

namespace Hypermax.Execution.Slurm;

/// <summary>Intermediate values on their way from a job to its search: a line each, and a file in return when the trial is not worth finishing.</summary>
internal sealed class ReportFile(TrialFolder folder, int run) : IDisposable
{
    /// <summary>What the names of such files begin with.</summary>
    public const string Prefix = "reports_";

    private readonly object _gate = new();
    private FileStream? _file;

    /// <summary>Writes a value, on the side of the job.</summary>
    /// <returns>Whether the trial should be pruned, as far as the search has said by now.</returns>
    public bool Report(TrialReport report)
    {
        lock (_gate)
        {
            _file ??= new FileStream(folder.ReportsFile(run), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1);
            _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{report.Step} {report.Value:R}\n")));
        }

        return File.Exists(folder.PruneFile);
    }

    public void Dispose() => _file?.Dispose();
}
