using Hypermax.Errors;

namespace Hypermax.Execution.Slurm;

/// <summary>Finds out before a job is submitted whether any node could ever run it: Slurm accepts some that wait for ever.</summary>
internal static class NodeFit
{
    /// <summary>Looks for what cannot be met.</summary>
    /// <param name="request">What it asks for.</param>
    /// <param name="nodes">What there is.</param>
    /// <param name="names">What the options are called where they were given.</param>
    /// <returns>What is wrong, in a sentence, or null.</returns>
    public static string? Problem(JobRequest request, IReadOnlyList<NodeKind> nodes, RequestNames names)
    {
        string[] partitions = [.. nodes.Select(node => node.Partition).Distinct(StringComparer.Ordinal)];
        string[] named = request.Partition?.Split(',') ?? [];
        if (partitions.Length > 0 && Array.Find(named, name => !partitions.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return $"There is no partition '{unknown}'; this cluster has {string.Join(", ", partitions)}. "
                + $"{NearestName.Hint(unknown, partitions)}Name one of them.";
        }

        NodeKind[] usable = [.. nodes.Where(node => named.Length > 0 ? named.Contains(node.Partition, StringComparer.Ordinal) : node.IsDefault)];
        return usable.Length == 0 ? null
            : Above(usable, request, names.Cpus, request.Cpus, node => node.Cpus, "cores")
            ?? Above(usable, request, names.Memory, request.MemoryMb, node => node.MemoryMb, "mebibytes of memory")
            ?? Above(usable, request, names.Gpus, request.Gpus, node => node.Gpus, "GPUs")
            ?? AboveLimit(usable, request, names.Time);
    }

    private static string? Above(
        NodeKind[] nodes, JobRequest request, string option, long? asked, Func<NodeKind, long> has, string what)
    {
        long most = nodes.Max(has);
        return asked > most
            ? FormattableString.Invariant($"{option} is {asked}, but no node of {Place(nodes, request)} has so much; the largest has {most} {what}. ")
                + "Such a job would wait for ever. Ask for less, or name another partition."
            : null;
    }

    private static string? AboveLimit(NodeKind[] nodes, JobRequest request, string option) =>
        request.Limit is { } asked && Array.TrueForAll(nodes, node => node.Limit < asked)
            ? FormattableString.Invariant(
                $"{option} is '{request.Time}', but {Place(nodes, request)} allows no more than {nodes.Max(node => node.Limit):d\\-hh\\:mm\\:ss}. ")
                + "Such a job would wait for ever. Ask for less: a worker gives its trials back before its time is over."
            : null;

    private static string Place(NodeKind[] nodes, JobRequest request) =>
        request.Partition is null ? $"the partition '{nodes[0].Partition}', where jobs go that name none," : $"partition '{request.Partition}'";
}
