using System.Diagnostics;
using System.Text;

namespace Hypermax.PackageTests.Sandboxes;

/// <summary>A folder outside of the repository in which real projects are built against the packed packages.</summary>
/// <remarks>Every command and what it printed goes to a log under artifacts/logs/PackageTests, named after the sandbox.</remarks>
public sealed class Sandbox : IDisposable
{
    private static readonly string[] Servers = ["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "TF_BUILD", "GITLAB_CI"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private readonly PackageFeed _feed;
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-").FullName;
    private readonly string _log;

    public Sandbox(PackageFeed feed, string name, string folder = "work")
    {
        _feed = feed;
        _log = Path.Combine(PackageFeed.Logs, name + ".log");
        File.WriteAllText(_log, string.Empty);
        Folder = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{feed.Folder}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Gets the program that runs the SDK.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Gets the folder.</summary>
    public string Folder { get; }

    /// <summary>Gets environment variables that commands get besides those of the tests.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string PathOf(string file) => Path.Combine(Folder, file);

    public bool Has(string file) => File.Exists(PathOf(file));

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text.ReplaceLineEndings("\n"));
    }

    /// <summary>Writes a project that references <c>Hypermax.MSBuild</c> and nothing else of ours.</summary>
    public void WriteProject(string file, string properties, string items = "") => Write(file, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Hypermax.MSBuild" Version="{_feed.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Runs a command of the SDK to its end.</summary>
    public CommandResult Dotnet(params string[] arguments)
    {
        using Process process = Start(arguments);
        StringBuilder output = new();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'dotnet {string.Join(' ', arguments)}' was still running after {Patience}:\n{output}");
        }

        process.WaitForExit();
        string text;
        lock (output)
        {
            text = output.ToString();
        }

        File.AppendAllText(_log, $"$ dotnet {string.Join(' ', arguments)}\n{text}[exit code {process.ExitCode}]\n\n");
        return new CommandResult(string.Join(' ', arguments), process.ExitCode, text);
    }

    /// <summary>Starts a command of the SDK whose input and output belong to the test.</summary>
    public Process Start(params string[] arguments) => Start(Host, arguments);

    /// <summary>Starts a command of the SDK in a process group of its own, as a terminal does: what Ctrl-C sends there goes to all its processes.</summary>
    /// <remarks>Children of a script in the background would ignore it.</remarks>
    public Process StartInGroup(params string[] arguments) => Start("setsid", ["env", "--default-signal=INT", Host, .. arguments]);

    private Process Start(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // The test host's own settings and server must not reach the builds; a reused node would hold old assemblies.
        bool IsOurs(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || Servers.Contains(name, StringComparer.OrdinalIgnoreCase);
        foreach (string name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // Looking for known vulnerabilities takes a round trip for every restore; the SDK's own analyzers take half of a small compilation.
        start.Environment["NuGetAudit"] = "false";
        start.Environment["EnableNETAnalyzers"] = "false";
        _feed.Server.AddTo(start.Environment);
        start.Environment["NUGET_PACKAGES"] = _feed.Cache;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        foreach ((string name, string value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }
        }
    }
}
