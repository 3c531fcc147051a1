using System.Reflection;

namespace Hypermax.Tests.Execution;

/// <summary>Where the programs are that the tests start.</summary>
internal static class Built
{
    public static string Chaos => Find("Hypermax.Chaos", "Hypermax.Chaos.dll");

    public static string ChaosProgram => Path.ChangeExtension(Chaos, OperatingSystem.IsWindows() ? ".exe" : null);

    public static string Worker => Find("Hypermax.Worker", "Hypermax.Worker.dll");

    private static string Find(string project, string file) => Path.Combine(Metadata("BinFolder"), project, Metadata("BinConfiguration"), file);

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
