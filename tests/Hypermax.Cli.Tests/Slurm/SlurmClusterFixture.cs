using Hypermax.TestSupport;

namespace Hypermax.Tests.Slurm;

/// <summary>One cluster for all tests of a class; started by the first that needs it.</summary>
public sealed class SlurmClusterFixture : IDisposable
{
    private readonly Lazy<SlurmCluster> _cluster = new(() => SlurmCluster.Start());

    public SlurmCluster Cluster => _cluster.Value;

    public void Dispose()
    {
        if (_cluster.IsValueCreated)
        {
            _cluster.Value.Dispose();
        }
    }
}
