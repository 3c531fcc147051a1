using System.Runtime.CompilerServices;

namespace Hypermax.Tests.Import;

/// <summary>A test on a published table, which lies beside the repository and is no part of it; skipped where the table is missing.</summary>
public sealed class SharedTableFactAttribute : FactAttribute
{
    /// <summary>2,597 trained residual networks: the CIFAR-10 set of hypermax-results.</summary>
    public const string Cifar = "cifar10_resnet.csv.gz";

    /// <summary>2,000 forests and boosted trees, a space with branches.</summary>
    public const string Hastie = "hastie_forest.csv.gz";

    public SharedTableFactAttribute(string table)
    {
        if (!File.Exists(PathOf(table)))
        {
            Skip = $"The table {table} is not in ../shared/bench/data beside the repository.";
        }
    }

    public static string PathOf(string table, [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "..", "shared", "bench", "data", table));
}
