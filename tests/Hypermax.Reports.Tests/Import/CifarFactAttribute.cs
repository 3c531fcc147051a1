using System.Runtime.CompilerServices;

namespace Hypermax.Tests.Import;

/// <summary>A test on the published CIFAR-10 table, which lies beside the repository and is not part of it.</summary>
public sealed class CifarFactAttribute : FactAttribute
{
    public CifarFactAttribute()
    {
        if (Table is null)
        {
            Skip = "The table cifar10_resnet.csv.gz is not in ../shared/bench/data beside the repository.";
        }
    }

    public static string? Table { get; } = Find();

    private static string? Find([CallerFilePath] string file = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
        string path = Path.Combine(root, "..", "shared", "bench", "data", "cifar10_resnet.csv.gz");
        return File.Exists(path) ? path : null;
    }
}
