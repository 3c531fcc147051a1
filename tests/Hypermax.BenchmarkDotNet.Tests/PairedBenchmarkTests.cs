using BenchmarkDotNet.Attributes;
using Hypermax.Benchmarking;

namespace Hypermax.Tests;

public sealed class PairedBenchmarkTests
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public void Compare_CandidateTakesHalf_RatioIsHalfAndDifferent()
    {
        BenchmarkComparison found = PairedBenchmark.Compare(() => _clock.Advance(500), () => _clock.Advance(1000), Options());

        Assert.Equal(0.5, found.Ratio, 9);
        Assert.Equal(500, found.Nanoseconds);
        Assert.Equal(1000, found.DefaultNanoseconds);
        Assert.True(found.IsDifferent);
        Assert.StartsWith("50 % faster: between", found.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_DriftOfTheMachine_CancelsOut()
    {
        // Every call is a little slower than the one before.
        double speed = 1;
        void Call(double nanoseconds) => _clock.Advance(nanoseconds * (speed *= 1.0005));

        BenchmarkComparison found = PairedBenchmark.Compare(() => Call(1100), () => Call(1000), Options() with { Batch = TimeSpan.FromTicks(500) });

        Assert.InRange(found.Ratio, 1.09, 1.11);
        Assert.True(speed > 3, $"{speed}");
    }

    [Fact]
    public void Compare_SameWithNoise_SaysNoDifference()
    {
        Random noise = new(5);
        void Call() => _clock.Advance(1000 * (0.9 + (0.2 * noise.NextDouble())));

        BenchmarkComparison found = PairedBenchmark.Compare(Call, Call, Options());

        Assert.False(found.IsDifferent);
        Assert.StartsWith("no difference above noise: between", found.Verdict, StringComparison.Ordinal);
        Assert.EndsWith("slower (20 pairs)", found.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_Interval_HoldsTheTruthAsOftenAsItSays()
    {
        int missed = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            Random noise = new(seed);
            void Call() => _clock.Advance(1000 * (0.8 + (0.4 * noise.NextDouble())));
            missed += PairedBenchmark.Compare(Call, Call, Options() with { Batch = TimeSpan.FromTicks(1), Warmup = 1 }).IsDifferent ? 1 : 0;
        }

        // 5 % of 400 are 20; seeds are fixed, so the count is the same in every run.
        Assert.InRange(missed, 8, 34);
    }

    [Fact]
    public void AllocatedBytes_OfAnArray_AreItsBytes()
    {
        object? kept = null;

        double small = PairedBenchmark.AllocatedBytes(() => kept = new byte[1000]);
        double large = PairedBenchmark.AllocatedBytes(() => kept = new byte[9000]);

        Assert.NotNull(kept);
        Assert.Equal(8000, large - small);
        Assert.Equal(0, PairedBenchmark.AllocatedBytes(() => { }));
    }

    [Fact]
    public void Compare_Class_SetsUpCallsAndCleansUp()
    {
        List<Counting> made = [];

        PairedBenchmark.Compare<Counting>(made.Add, made.Add, new BenchmarkOptions { Pairs = 3, Batch = TimeSpan.FromTicks(1) });

        Assert.Equal(2, made.Count);
        Assert.All(made, instance => Assert.Equal((1, 1), (instance.SetUps, instance.CleanUps)));
        Assert.All(made, instance => Assert.InRange(instance.Calls, 40 + 3, int.MaxValue));
    }

    [Fact]
    public void Compare_ClassesThatCannotBeMeasured_AreRefusedInWords()
    {
        Assert.Contains("must have a public method with [Benchmark]; it has none", Refused<object>(), StringComparison.Ordinal);
        Assert.Contains("it has 'First', 'Second'. Name one: method: nameof(Several.First)", Refused<Several>(), StringComparison.Ordinal);
        Assert.Contains("'Fetch' with [Benchmark]; it has 'First', 'Second'", Refused<Several>("Fetch"), StringComparison.Ordinal);
        Assert.Contains("'Prepared.Prepare' has [IterationSetup], which cannot be measured in turns", Refused<Prepared>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_ParamsThatNobodySet_AreRefusedAndOnesThatAreSetCount()
    {
        string unset = Refused<Sized>();
        string half = Assert.Throws<ArgumentException>(() => PairedBenchmark.Compare<Sized>(sized => sized.Size = 3)).Message;

        Assert.StartsWith("'Sized.Size' has [Params] and was not set: it is 0, which is none of its values.", unset, StringComparison.Ordinal);
        Assert.Contains("benchmark => benchmark.Size = 16, for the candidate and for the reference", unset, StringComparison.Ordinal);
        Assert.StartsWith("'Sized.Size' has [Params] and was not set", half, StringComparison.Ordinal);
        Assert.StartsWith("'Sourced.Text' has [ParamsSource] and was not set: it is null", Refused<Sourced>(), StringComparison.Ordinal);

        // Any value that was set counts, for it may be what is tuned; and so does one that is listed and happens to be nothing.
        PairedBenchmark.Compare<Sized>(sized => sized.Size = 3, sized => sized.Size = 16, Options());
        PairedBenchmark.Compare<Optional>(_ => { }, options: Options());
    }

    [Fact]
    public void Compare_BadOptions_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedBenchmark.Compare(() => { }, () => { }, Options() with { Pairs = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedBenchmark.Compare(() => { }, () => { }, Options() with { Confidence = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedBenchmark.Compare(() => { }, () => { }, Options() with { Batch = TimeSpan.Zero }));
    }

    private static string Refused<T>(string? method = null)
        where T : new() => Assert.Throws<ArgumentException>(() => PairedBenchmark.Compare<T>(_ => { }, method: method)).Message;

    private BenchmarkOptions Options() => new() { Clock = _clock, Batch = TimeSpan.FromTicks(100) };

    public sealed class Counting
    {
        public int SetUps { get; private set; }

        public int Calls { get; private set; }

        public int CleanUps { get; private set; }

        [GlobalSetup]
        public void SetUp() => SetUps++;

        [Benchmark]
        public int Run() => ++Calls;

        [GlobalCleanup]
        public Task CleanUp() => Task.FromResult(CleanUps++);
    }

    public sealed class Several
    {
        [Benchmark]
        public void First()
        {
        }

        [Benchmark]
        public void Second()
        {
        }
    }

    public class Sized
    {
        [Params(16, 1024)]
        public long Size { get; set; }

        [Benchmark]
        public long Run() => Size;
    }

    public sealed class Sourced
    {
        public static IEnumerable<string> Texts => ["a", "b"];

        [ParamsSource(nameof(Texts))]
        public string? Text { get; set; }

        [Benchmark]
        public string? Run() => Text;
    }

    public sealed class Optional
    {
        [Params(0, 5)]
        public long Size { get; set; }

        [ParamsAllValues]
        public bool IsPooled { get; set; }

        [Benchmark]
        public long Run() => Size;
    }

    public sealed class Prepared
    {
        [IterationSetup]
        public void Prepare()
        {
        }

        [Benchmark]
        public void Run()
        {
        }
    }
}
