using System.Diagnostics;
using System.Globalization;

namespace Hypermax.Execution.Watchdogs;

/// <summary>A control group of Linux (cgroup v2) for one program: nothing that it starts can leave, whatever it does to its session,
/// parents and environment.</summary>
/// <remarks>Only where this process may make groups below its own: as root, in containers of its own, or by delegation of systemd.
/// No limits are set on it.</remarks>
internal sealed class ControlGroup : IDisposable
{
    private const int Attempts = 20;
    private const string Shell = "/bin/sh";

    // The shell goes in and becomes the program; where it may not go in, it becomes the program outside.
    private const string EnterScript = "{ echo 0 >\"$1\"; } 2>/dev/null; shift; exec \"$@\"";

    private static readonly Lazy<string?> Parent = new(FindParent);

    private readonly string _folder;

    private ControlGroup(string folder) => _folder = folder;

    private string Processes => Path.Combine(_folder, "cgroup.procs");

    /// <summary>Gets what the paths of the groups of one search begin with, or null where there are none.</summary>
    /// <param name="owner">What all marks of the search begin with.</param>
    public static string? Prefix(string owner) => Parent.Value is { } parent ? Path.Combine(parent, "hypermax-" + owner) : null;

    /// <summary>Makes a group, or nothing where that is not allowed.</summary>
    /// <param name="mark">The mark of the program.</param>
    public static ControlGroup? TryCreate(string mark)
    {
        if (Prefix(mark) is not { } folder)
        {
            return null;
        }

        try
        {
            return new ControlGroup(Directory.CreateDirectory(folder).FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Makes a program start within the group.</summary>
    public void Enter(ProcessStartInfo start)
    {
        string program = start.FileName.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(start.FileName) : start.FileName;
        string[] arguments = [.. start.ArgumentList];
        start.FileName = Shell;
        start.ArgumentList.Clear();
        foreach (string argument in (string[])["-c", EnterScript, "hypermax", Processes, program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
    }

    /// <summary>Gets the ids of all processes in the group.</summary>
    public IReadOnlyList<int> Members()
    {
        try
        {
            return [.. File.ReadLines(Processes).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Where(process => process > 1)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Ends all of them at one stroke, those too that are just being started.</summary>
    public void Kill()
    {
        try
        {
            File.WriteAllText(Path.Combine(_folder, "cgroup.kill"), "1");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A kernel before 5.14; the members are signalled one by one.
        }
    }

    /// <summary>Removes the group; one that still has processes stays.</summary>
    public void Dispose()
    {
        for (int attempt = 0; attempt < Attempts && Directory.Exists(_folder); attempt++)
        {
            try
            {
                Directory.Delete(_folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // What has just been killed is still on its way out.
                Thread.Sleep(1);
            }
        }
    }

    private static string? FindParent()
    {
        try
        {
            string? mount = OperatingSystem.IsLinux() && File.Exists(Shell)
                ? File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')).FirstOrDefault(fields => fields.Length > 2 && fields[2] == "cgroup2")?[1]
                : null;
            string? own = mount is null
                ? null
                : File.ReadLines("/proc/self/cgroup").FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?[3..];
            if (own is null || own.Contains("..", StringComparison.Ordinal))
            {
                return null;
            }

            // To leave a group one must be allowed to write to it, too.
            string parent = mount + own.TrimEnd('/');
            using (File.OpenHandle(Path.Combine(parent, "cgroup.procs"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
            }

            string probe = Path.Combine(parent, "hypermax-" + Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
            return parent;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
