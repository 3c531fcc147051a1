using BenchmarkDotNet.Attributes;

namespace TunedParser;

/// <summary>A benchmark as BenchmarkDotNet runs it; its one property is what is tuned.</summary>
public class ParserBenchmark
{
    private string _table = string.Empty;

    /// <summary>Gets or sets how the table is read.</summary>
    public ParserParams Parameters { get; set; } = new();

    /// <summary>Makes a table of 2,000 rows.</summary>
    [GlobalSetup]
    public void MakeTable() => _table = string.Concat(Enumerable.Range(0, 2000)
        .Select(row => FormattableString.Invariant($"{row},{row * 0.5},{row % 7},{row + 0.25}\n")));

    /// <summary>Reads it.</summary>
    [Benchmark]
    public double Sum() => TableParser.Sum(new StringReader(_table), Parameters);
}
