using BenchmarkDotNet.Attributes;

namespace Hypermax.Benchmarks.Binding;

/// <summary>Bind and unbind ten scalars: the goal is under 20 ns each, and no allocation but the records themselves.</summary>
[MemoryDiagnoser]
public class BindBenchmarks
{
    private readonly SearchSpace<TenParams> _space = TenParams.SearchSpace;
    private readonly double[] _vector = [3, 0.5, 4, 1, 1, 2, 0.1, 0.2, 1, 0.01];
    private TenParams _value = null!;

    [GlobalSetup]
    public void Setup() => _value = _space.Bind(_vector);

    [Benchmark(OperationsPerInvoke = 10)]
    public TenParams Bind() => _space.Bind(_vector);

    [Benchmark(OperationsPerInvoke = 10)]
    public void Unbind() => _space.Binder.Unbind(_value, _vector, 0);
}
