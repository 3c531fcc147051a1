using System.Diagnostics;

namespace Hypermax.PackageTests.Sandboxes;

/// <summary>
/// One compiler server for all builds of a run, as on users' machines, where the generator lives on from build to build. Its pipe
/// has a name of its own, so that it is neither mixed with a server of the machine nor left behind.
/// </summary>
public sealed class CompilerServer : IDisposable
{
    private readonly string _pipe = $"hypermax-tests-{Guid.NewGuid():N}";

    /// <summary>Gets the compiler of the SDK, as MSBuild tells it; empty until a build has told it.</summary>
    public string Compiler { get; set; } = string.Empty;

    /// <summary>Makes a build use the server.</summary>
    public void AddTo(IDictionary<string, string?> environment)
    {
        environment["UseSharedCompilation"] = "true";
        environment["SharedCompilationId"] = _pipe;
    }

    /// <summary>Ends the server, if one was started.</summary>
    public void Dispose()
    {
        if (Compiler.Length > 0)
        {
            using Process end = Process.Start(Sandbox.Host, ["exec", Path.Combine(Compiler, "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{_pipe}"]);
            end.WaitForExit();
        }
    }
}
