using System.Runtime.CompilerServices;
using Hypermax.Conformance;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Sampling;

/// <summary>The conformance suite, and the first points of every sampler as text beside its tests.</summary>
public abstract class GoldenSamplerConformance([CallerFilePath] string file = "") : SamplerConformance
{
    // Another process wrote the golden file: this is also the test that a seed repeats across processes.
    [Fact]
    public void Propose_FixedSeed_GoldenFirstTwentyPoints() => Golden.Verify(FirstPoints(), file: file);

    /// <summary>Writes points with 12 digits, one a line.</summary>
    protected static string Text(IEnumerable<double[]> points) => string.Join("\n", points.Select(SamplerRun.Text));
}
