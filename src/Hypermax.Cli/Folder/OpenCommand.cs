using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Hypermax.Reports;

namespace Hypermax.Folder;

/// <summary>The verb <c>hypermax open</c>: shows the report of a study, or any file, with the program that the system has for it.</summary>
internal static class OpenCommand
{
    private static readonly string[] LinuxOpeners = ["xdg-open", "wslview", "gio"];

    public static Command Create()
    {
        Argument<FileSystemInfo> target = new("target") { Description = "The folder of a study, whose report is shown, or a file." };
        Option<bool> print = new("--print") { Description = "Only writes the path." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("open", "Opens the report of a study, or a file, with the system's opener.") { target, print, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(target).FullName, parsed.GetValue(print), parsed.GetValue(json), Start, Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string target, bool isPrinted, bool isJson, Func<string, bool> start, TextWriter output, TextWriter errors) =>
        Folders.Try(errors, () =>
    {
        string path = Directory.Exists(target) ? ReportOf(target) : target;
        if (!File.Exists(path))
        {
            errors.WriteLine($"error: '{path}' does not exist. Name the folder of a study or a file.");
            return ExitCodes.Environment;
        }

        bool isOpen = !isPrinted && start(path);
        output.WriteLine(isJson
            ? JsonOutput.Write(writer =>
            {
                writer.WriteString("path", path);
                writer.WriteBoolean("opened", isOpen);
            })
            : path);
        if (isOpen || isPrinted)
        {
            return ExitCodes.Done;
        }

        errors.WriteLine("error: The system has no program to open it with (xdg-open on Linux, open on macOS). Open the path by hand.");
        return ExitCodes.Environment;
    });

    // What is there, or made now.
    private static string ReportOf(string folder)
    {
        string report = Path.Combine(folder, "report.html");
        if (!File.Exists(report))
        {
            Folders.Read(folder);
            ReportCommand.Run(folder, ReportCharts.None, isJson: false, TextWriter.Null, Console.Error);
        }

        return report;
    }

    /// <summary>Opens a file; false where the system has no opener.</summary>
    internal static bool Start(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            using Process? shell = Process.Start(new ProcessStartInfo(path) { UseShellExecute = true });
            return true;
        }

        string[] openers = OperatingSystem.IsMacOS() ? ["open"] : LinuxOpeners;
        return Array.Exists(openers, opener => TryStart(opener, opener == "gio" ? ["open", path] : [path]));
    }

    private static bool TryStart(string opener, string[] arguments)
    {
        try
        {
            // Its output is not ours, and it may outlive us.
            using Process? process = Process.Start(new ProcessStartInfo(opener, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
