using Hypermax.Benchmarking;
using TunedParser;

// The values that the build found, against the defaults, on this machine.
ParserParams tuned = Tuning.Tuned.Time;
Console.WriteLine($"{tuned} against the defaults: {PairedBenchmark.Compare<ParserBenchmark>(benchmark => benchmark.Parameters = tuned).Verdict}");
