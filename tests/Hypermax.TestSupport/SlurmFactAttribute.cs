namespace Hypermax.TestSupport;

/// <summary>A test that needs a real Slurm cluster, which is started on this machine.</summary>
public sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute() => Skip = Programs.SkipReason(SlurmCluster.Missing);
}
