using Hypermax;
using Hypermax.Benchmarking;

namespace TunedParser;

/// <summary>What the parser is tuned for.</summary>
public static partial class Tuning
{
    /// <summary>Bytes allocated to read a table, whatever else the machine does.</summary>
    [Objective(Trials = 40)]
    public static double Allocations(ParserParams p)
    {
        ParserBenchmark benchmark = new() { Parameters = p };
        benchmark.MakeTable();
        return PairedBenchmark.AllocatedBytes(() => benchmark.Sum());
    }

    /// <summary>The time to read a table, in times of what the defaults take.</summary>
    [Objective(Trials = 40)]
    public static double Time(ParserParams p, TrialContext trial) =>
        PairedBenchmark.Compare<ParserBenchmark>(benchmark => benchmark.Parameters = p).ReportTo(trial).Ratio;
}
