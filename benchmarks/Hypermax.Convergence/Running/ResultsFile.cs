using System.Globalization;

namespace Hypermax.Convergence.Running;

/// <summary>A file of finished runs, a line each, so that a stopped comparison goes on and known methods need not run again.</summary>
internal sealed class ResultsFile : IDisposable
{
    private readonly string _marks;
    private readonly StreamWriter _writer;
    private readonly Lock _gate = new();

    /// <summary>Reads the runs that a file has and opens it for more.</summary>
    public ResultsFile(string path, Results results)
    {
        _marks = string.Join(',', results.Marks);
        foreach (string[] cells in File.Exists(path) ? File.ReadLines(path).Select(line => line.Split('\t')) : [])
        {
            if (cells.Length == 6 && cells[0] == _marks)
            {
                results.Add(
                    cells[1],
                    cells[2],
                    int.Parse(cells[3], CultureInfo.InvariantCulture),
                    [.. cells[4].Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))],
                    double.Parse(cells[5], CultureInfo.InvariantCulture));
            }
        }

        _writer = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>Adds a run; safe to call from several threads.</summary>
    public void Append(string method, string problem, int seed, double[] logs, double milliseconds)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{_marks}\t{method}\t{problem}\t{seed}\t{string.Join(',', logs.Select(log => log.ToString("0.######", CultureInfo.InvariantCulture)))}\t"
            + $"{milliseconds:0.###}");
        lock (_gate)
        {
            _writer.WriteLine(line);
        }
    }

    public void Dispose() => _writer.Dispose();
}
