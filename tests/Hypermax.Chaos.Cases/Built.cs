using System.Reflection;

namespace Hypermax.Chaos.Cases;

/// <summary>Where the programs are that the suites start.</summary>
public static class Built
{
    /// <summary>Gets the assembly of the chaos programs, which is also an assembly with objectives.</summary>
    public static string Chaos => Find("Hypermax.Chaos", "Hypermax.Chaos.dll");

    /// <summary>Gets the chaos programs as an executable.</summary>
    public static string ChaosProgram => Path.ChangeExtension(Chaos, OperatingSystem.IsWindows() ? ".exe" : null);

    /// <summary>Gets the program that prints the chaos table and kills searches.</summary>
    public static string ChaosTable =>
        Path.ChangeExtension(Find("Hypermax.Chaos.Table", "Hypermax.Chaos.Table.dll"), OperatingSystem.IsWindows() ? ".exe" : null);

    /// <summary>Gets the folder of the Python module of the same name.</summary>
    public static string Python => Path.Combine(Path.GetDirectoryName(Chaos)!, "Python");

    /// <summary>Gets a program that behaves like ssh towards this machine.</summary>
    public static string Ssh => Path.Combine(Path.GetDirectoryName(Chaos)!, "Ssh", "ssh");

    /// <summary>Gets the worker host.</summary>
    public static string Worker => Find("Hypermax.Worker", "Hypermax.Worker.dll");

    private static string Find(string project, string file) => Path.Combine(Metadata("BinFolder"), project, Metadata("BinConfiguration"), file);

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
