using System.Diagnostics;

namespace Hypermax.Tests.Storage;

/// <summary>A file system of its own in memory, small enough to be filled, that can be made read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> Trouble = new(() =>
    {
        try
        {
            new SmallDisk(16).Dispose();
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"Needs to mount a small tmpfs: {error.Message.Trim()}";
        }
    });

    public SmallDisk(int kibibytes)
    {
        Folder = Directory.CreateTempSubdirectory("hypermax-disk-").FullName;
        try
        {
            Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={kibibytes}k"), "tmpfs", Folder);
        }
        catch
        {
            Directory.Delete(Folder);
            throw;
        }
    }

    /// <summary>Gets why no such disk can be had here, or null.</summary>
    public static string? WhyNot => OperatingSystem.IsLinux() ? Trouble.Value : "Needs Linux.";

    public string Folder { get; }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Folder);

    public void MakeWritable() => Run("mount", "-o", "remount,rw", Folder);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(error);
        }
    }
}
