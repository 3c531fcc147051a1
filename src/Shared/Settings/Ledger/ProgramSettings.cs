using System.Globalization;

namespace Hypermax.Settings;

/// <summary>The settings of a search without a project: which program or function evaluates points, and where.</summary>
internal static class ProgramSettings
{
    private static readonly SettingList List = new();

    public static readonly Setting<string> Command = List.Add(new Setting<string>("Command", Rules.Text, Surfaces.Program,
        "the program that evaluates points, with its arguments: {name} stands for a parameter, {$trial}, {$seed}, {$slot}, "
        + "{$artifacts} and {$json} for the trial's own",
        "\"./train --rate {rate}\"") { Shortcut = "--command" });

    public static readonly Setting<string> Python = List.Add(new Setting<string>(
        "Python",
        Rules.TextThat("a module and a function in it with a colon between", IsFunction),
        Surfaces.Program,
        "the Python function that evaluates points, in the place of a program", "model:train") { Shortcut = "--python" });

    public static readonly Setting<string> Interpreter = List.Add(new Setting<string>("Interpreter", Rules.Text, Surfaces.Program,
        "which Python runs the function: a path, such as that of a virtual environment, or a name", ".venv/bin/python")
        {
            Default = "python3",
            Shortcut = "--interpreter",
        });

    public static readonly Setting<IReadOnlyList<string>> Hosts = List.Add(new Setting<IReadOnlyList<string>>(
        "Hosts",
        Rules.ListOf("what ssh is told, as HOST or HOST*SLOTS,", IsHost),
        Surfaces.Program,
        "the machines that the program runs on, over ssh; each slot runs one trial at once", "me@node1*4") { Default = "this machine", Shortcut = "--host" });

    public static readonly Setting<string> WorkingDirectory = List.Add(new Setting<string>("WorkingDirectory", Rules.Text, Surfaces.Program,
        "the folder that programs start in; with hosts, a folder there", "work")
        {
            Default = "the one that the search starts in",
            Shortcut = "--working-directory",
        });

    /// <summary>Gets the entries, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> Entries => List.Entries;

    /// <summary>Reads a host and its slots.</summary>
    public static (string Name, int Slots)? ReadHost(string text)
    {
        string[] parts = text.Split('*');
        int slots = 1;
        bool hasSlots = parts.Length == 1
            || (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out slots) && slots > 0);
        return parts[0].Length > 0 && hasSlots ? (parts[0], slots) : null;
    }

    private static bool IsHost(string text) => ReadHost(text) is not null;

    private static bool IsFunction(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0;
    }
}
