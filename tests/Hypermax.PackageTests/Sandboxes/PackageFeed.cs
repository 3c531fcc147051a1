using System.Reflection;

namespace Hypermax.PackageTests.Sandboxes;

/// <summary>The freshly packed packages, made once for all tests of a run, and a package cache that belongs to this run alone.</summary>
public sealed class PackageFeed : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-feed-").FullName;

    /// <summary>Packs the projects and fills the cache with links to what the machine has already, so that little is downloaded.</summary>
    public PackageFeed()
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root, "feed")).FullName;
        Cache = Directory.CreateDirectory(Path.Combine(_root, "packages")).FullName;
        LinkKnownPackages();
        using Sandbox sandbox = new(this, "pack");
        sandbox.Dotnet(
            "msbuild",
            Path.Combine(Repository, "tests", "Hypermax.PackageTests", "Packing", "Pack.proj"),
            "-t:Pack",
            $"-p:Configuration={Fact("Configuration")}",
            $"-p:Feed={Folder}",
            "-v:m").Succeeded();
        Server.Compiler = sandbox.Dotnet(
            "msbuild", Path.Combine(Repository, "tests", "Hypermax.PackageTests", "Packing", "Pack.proj"), "-getProperty:RoslynTargetsPath")
            .Succeeded().Output
            .Trim();
    }

    /// <summary>Gets the folder with the packages.</summary>
    public string Folder { get; }

    /// <summary>Gets the package cache of this run.</summary>
    public string Cache { get; }

    /// <summary>Gets the compiler server of this run.</summary>
    public CompilerServer Server { get; } = new();

    /// <summary>Gets the root of the repository.</summary>
    public static string Repository => Path.GetFullPath(Fact("Repository"));

    /// <summary>Gets the folder for the logs of this run.</summary>
    public static string Logs => Directory.CreateDirectory(Path.Combine(Repository, "artifacts", "logs", "PackageTests")).FullName;

    /// <summary>Gets the version of the packages.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(Folder, "Hypermax.MSBuild.*.nupkg").Single())["Hypermax.MSBuild.".Length..];

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private static string Fact(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!;

    private void LinkKnownPackages()
    {
        string known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (OperatingSystem.IsWindows() || !Directory.Exists(known))
        {
            // Links need a privilege there; packages are then downloaded.
            return;
        }

        foreach (string package in Directory.GetDirectories(known).Where(
            folder => !Path.GetFileName(folder).StartsWith("hypermax", StringComparison.OrdinalIgnoreCase)))
        {
            Directory.CreateSymbolicLink(Path.Combine(Cache, Path.GetFileName(package)), package);
        }
    }
}
