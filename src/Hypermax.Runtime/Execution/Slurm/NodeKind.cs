using System.Globalization;
using System.Text.RegularExpressions;

namespace Hypermax.Execution.Slurm;

/// <summary>What nodes of a partition have.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="IsDefault">Whether jobs go there that name none.</param>
/// <param name="Cpus">The cores of a node.</param>
/// <param name="MemoryMb">Its memory in mebibytes.</param>
/// <param name="Gpus">Its GPUs.</param>
/// <param name="Limit">The longest time of a job there, or null for none.</param>
internal sealed record NodeKind(string Partition, bool IsDefault, int Cpus, long MemoryMb, int Gpus, TimeSpan? Limit)
{
    /// <summary>What <c>sinfo</c> is asked for: the default partition has a star behind its name.</summary>
    public const string Format = "%P|%c|%m|%l|%G";

    /// <summary>Reads a row; null for one that is none.</summary>
    public static NodeKind? Read(string[] cells) => cells.Length < 5 || !TryNumber(cells[1], out long cpus) || !TryNumber(cells[2], out long memory)
        ? null
        : new NodeKind(cells[0].TrimEnd('*'), cells[0].EndsWith('*'), (int)cpus, memory, GpusOf(cells[4]), TimeLimit.TryRead(cells[3]));

    // 'gpu:a100:4(S:0-1),shard:8', '(null)'.
    private static int GpusOf(string resources) => Regex
        .Matches(resources, @"(^|,)gpu(:[^:,(]+)*?:(?<count>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        .Sum(match => int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));

    // '64+' where nodes differ.
    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
