using BenchmarkDotNet.Attributes;
using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>One random point of a space of 30 parameters: the goal is under 2 µs.</summary>
[MemoryDiagnoser]
public class RandomPointBenchmarks
{
    private readonly SpaceGeometry _geometry = new BenchmarkStudy(30, 1).Geometry;
    private readonly SeedStream _stream = new(1, 0, "benchmark");
    private readonly double[] _vector = new double[30];

    [Benchmark]
    public void Sample() => _geometry.Sample(_stream, _vector);
}
