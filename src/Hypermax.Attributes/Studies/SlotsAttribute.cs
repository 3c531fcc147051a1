using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Says what a trial of an objective needs of a machine: the slot that it runs in.</summary>
/// <remarks>
/// <para>Trials that are jobs of a cluster ask for it. On one machine <see cref="Cpus"/> are the cores that each worker gets, and the rest is not looked at:
/// there the settings <c>Gpus</c> and <c>Workers</c> say what there is.</para>
/// <para>The same as <c>SlotCores</c>, <c>SlotGpus</c> and <c>SlotMemoryMegabytes</c> of <c>[Objective]</c>, and counts before these.</para>
/// </remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlotsAttribute : Attribute
{
    /// <summary>Gets or sets the processor cores. By default 0: as many as the cluster gives, or all of this machine.</summary>
    /// <value>A whole number, 1 or above, or 0.</value>
    public int Cpus { get; set; }

    /// <summary>Gets or sets the GPUs. By default 0: none.</summary>
    /// <value>A whole number, 0 or above.</value>
    public int Gpus { get; set; }

    /// <summary>Gets or sets the memory in mebibytes (1048576 bytes). By default 0: what the limit <c>TrialMemoryMegabytes</c> needs, or as much as the cluster
    /// gives.</summary>
    /// <value>A whole number above 0, or 0.</value>
    public int MemoryMb { get; set; }
}
