namespace Hypermax.TestSupport;

/// <summary>A theory that needs a real Slurm cluster, which is started on this machine.</summary>
public sealed class SlurmTheoryAttribute : TheoryAttribute
{
    public SlurmTheoryAttribute() => Skip = Programs.SkipReason(SlurmCluster.Missing);
}
