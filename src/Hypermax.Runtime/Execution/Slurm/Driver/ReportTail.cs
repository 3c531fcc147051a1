using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>Reads the intermediate values of a job as they come, each step once: a run that began again says them again.</summary>
internal sealed class ReportTail(TrialFolder folder)
{
    private readonly HashSet<long> _steps = [];
    private readonly Dictionary<int, long> _read = [];

    /// <summary>Reads what is new.</summary>
    /// <param name="files">What is in the folder.</param>
    public IReadOnlyList<TrialReport> Read(IReadOnlySet<string> files)
    {
        List<TrialReport> reports = [];
        foreach (int run in files.Select(RunOf).OfType<int>().Order())
        {
            reports.AddRange(ReadRun(run));
        }

        return reports;
    }

    private static int? RunOf(string file) =>
        file.StartsWith(ReportFile.Prefix, StringComparison.Ordinal)
        && int.TryParse(file.AsSpan(ReportFile.Prefix.Length).ToString().Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int run)
            ? run
            : null;

    private IEnumerable<TrialReport> ReadRun(int run)
    {
        string text;
        try
        {
            using FileStream file = new(folder.ReportsFile(run), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Position = Math.Min(_read.GetValueOrDefault(run), file.Length);
            using StreamReader reader = new(file);
            text = reader.ReadToEnd();
        }
        catch (IOException)
        {
            yield break;
        }

        // Half a line may be on its way.
        int end = text.LastIndexOf('\n') + 1;
        _read[run] = _read.GetValueOrDefault(run) + end;
        foreach (string line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            if (parts.Length == 2
                && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long step)
                && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && _steps.Add(step))
            {
                yield return new TrialReport(step, value);
            }
        }
    }
}
