namespace Hypermax.Execution.WorkerProcess;

/// <summary>How a worker process is started.</summary>
public sealed record WorkerCommand
{
    /// <summary>Gets the program: usually the <c>dotnet</c> host.</summary>
    public required string FileName { get; init; }

    /// <summary>Gets its arguments, unquoted.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Gets the folder the worker starts in, or null for that of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Gets environment variables to set, or to remove where the value is null.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Makes the command that runs the objectives of a built assembly in its own context.</summary>
    /// <remarks>
    /// The user's <c>.runtimeconfig.json</c> and <c>.deps.json</c> usually stand beside the assembly; with them the framework, the
    /// versions of all packages, <see cref="AppContext.BaseDirectory"/> and the runtime's settings are the user's own.
    /// </remarks>
    /// <param name="assemblyPath">The path of the user's built assembly.</param>
    /// <param name="workerPath">The path of <c>Hypermax.Worker.dll</c>.</param>
    /// <param name="probingPaths">Where packages that are not copied beside the assembly are found, such as the NuGet packages folder.</param>
    /// <param name="dotnet">The <c>dotnet</c> host; by default the one that runs this process, else the one on the path.</param>
    /// <param name="rollForward">Whether to accept a newer major version of the framework than the assembly was built for.</param>
    /// <param name="runtimeConfig">The runtime settings; by default the file beside the assembly.</param>
    /// <exception cref="FileNotFoundException">One of the files does not exist; the message says which and what makes it.</exception>
    public static WorkerCommand For(
        string assemblyPath,
        string workerPath,
        IEnumerable<string>? probingPaths = null,
        string? dotnet = null,
        bool rollForward = false,
        string? runtimeConfig = null)
    {
        runtimeConfig ??= Path.ChangeExtension(assemblyPath, ".runtimeconfig.json");
        string deps = Path.ChangeExtension(assemblyPath, ".deps.json");
        Require(assemblyPath, "Build the project first.");
        Require(workerPath, "It belongs to Hypermax; reinstall the package or build src/Hypermax.Worker.");
        Require(runtimeConfig, "Set GenerateRuntimeConfigurationFiles to true in a project that is a library.");
        Require(deps, "Do not switch GenerateDependencyFile off.");

        List<string> arguments = ["exec", "--runtimeconfig", runtimeConfig, "--depsfile", deps];
        foreach (string path in probingPaths ?? [])
        {
            arguments.AddRange(["--additionalprobingpath", path]);
        }

        if (rollForward)
        {
            arguments.AddRange(["--roll-forward", "Major"]);
        }

        arguments.AddRange([workerPath, "--assembly", Path.GetFileNameWithoutExtension(assemblyPath)]);
        return new WorkerCommand { FileName = dotnet ?? DotnetHost(), Arguments = arguments };
    }

    private static void Require(string path, string remedy)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"'{path}' does not exist, and a worker process needs it. {remedy}", path);
        }
    }

    private static string DotnetHost()
    {
        string own = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path
            : string.Equals(Path.GetFileName(System.Environment.ProcessPath), own, StringComparison.OrdinalIgnoreCase) ? System.Environment.ProcessPath!
            : "dotnet";
    }
}
