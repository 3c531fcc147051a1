using Hypermax.Errors;

namespace Hypermax.Slurm;

/// <summary>Finds out before a job is submitted whether any node could ever run a task of it: Slurm accepts some that wait for ever.</summary>
internal static class NodeFit
{
    /// <summary>Looks for what cannot be met.</summary>
    /// <param name="request">What a task asks for.</param>
    /// <param name="nodes">What there is.</param>
    /// <param name="maxArraySize">What numbers of tasks stay below, or null where that is not known.</param>
    /// <returns>What is wrong, in a sentence, or null.</returns>
    public static string? Problem(TaskRequest request, IReadOnlyList<NodeKind> nodes, int? maxArraySize)
    {
        int highest = request.Array.Indices[^1];
        if (maxArraySize is int size && highest >= size)
        {
            return FormattableString.Invariant(
                $"--array is '{request.ArrayText}', and this cluster takes numbers of tasks up to {size - 1}. ")
                + "Ask for fewer tasks; each of them can run many trials.";
        }

        string[] partitions = [.. nodes.Select(node => node.Partition).Distinct(StringComparer.Ordinal)];
        string[] named = request.Partition?.Split(',') ?? [];
        if (partitions.Length > 0 && Array.Find(named, name => !partitions.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return $"There is no partition '{unknown}'; this cluster has {string.Join(", ", partitions)}. "
                + $"{NearestName.Hint(unknown, partitions)}Name one of them.";
        }

        NodeKind[] usable = [.. nodes.Where(node => named.Length > 0 ? named.Contains(node.Partition, StringComparer.Ordinal) : node.IsDefault)];
        return usable.Length == 0 ? null
            : Above(usable, request, "--cpus", request.Cpus, node => node.Cpus, "cores")
            ?? Above(usable, request, "--memory", request.MemoryMb, node => node.MemoryMb, "mebibytes of memory")
            ?? Above(usable, request, "--gpus", request.Gpus, node => node.Gpus, "GPUs")
            ?? AboveLimit(usable, request);
    }

    private static string? Above(
        NodeKind[] nodes, TaskRequest request, string option, long? asked, Func<NodeKind, long> has, string what)
    {
        long most = nodes.Max(has);
        return asked > most
            ? FormattableString.Invariant($"{option} is {asked}, but no node of {Place(nodes, request)} has so much; the largest has {most} {what}. ")
                + "Such a job would wait for ever. Ask for less, or name another partition."
            : null;
    }

    private static string? AboveLimit(NodeKind[] nodes, TaskRequest request) =>
        request.Limit is { } asked && Array.TrueForAll(nodes, node => node.Limit < asked)
            ? FormattableString.Invariant(
                $"--time is '{request.Time}', but {Place(nodes, request)} allows no more than {nodes.Max(node => node.Limit):d\\-hh\\:mm\\:ss}. ")
                + "Such a job would wait for ever. Ask for less: a worker gives its trials back before its time is over."
            : null;

    private static string Place(NodeKind[] nodes, TaskRequest request) =>
        request.Partition is null ? $"the partition '{nodes[0].Partition}', where jobs go that name none," : $"partition '{request.Partition}'";
}
