using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Config;

/// <summary>Makes settings of <c>function</c>: which program or function evaluates points, and where.</summary>
internal sealed class FunctionSection(IReadOnlyDictionary<string, Node> values, GivenSettings given, FaultList faults)
{
    private const string Section = "function";
    private static readonly OptionsRule Rule = new();

    /// <summary>Reads the section.</summary>
    /// <returns>The kind of function, or null where it is not said or wrong.</returns>
    public string? Read()
    {
        if (!values.TryGetValue(Section, out Node? section))
        {
            return null;
        }

        if (Find("type")?.Text is not { } type)
        {
            if (section.Find("type") is null)
            {
                string guess = FunctionKeys.Section.Keys.FirstOrDefault(key => key.Functions.Count > 0 && section.Find(key.Name) is not null)?.Functions[0]
                    ?? FunctionKeys.Python;
                faults.Error(
                    section,
                    Section,
                    $"'function' has no 'type'; it is one of {string.Join(", ", FunctionKeys.Types)}. Write for example \"type\": \"{guess}\".");
            }

            return null;
        }

        WarnOfOthers(section, type);
        ReadProgram(section, type);
        ReadOptions(type);
        return type;
    }

    private Node? Find(string key) => values.GetValueOrDefault($"{Section}.{key}");

    private void ReadProgram(Node section, string type)
    {
        string[][] forms = FunctionKeys.Needs[type];
        string[] form = Array.Find(forms, keys => Array.Exists(keys, key => section.Find(key) is not null)) ?? forms[0];
        if (!form.Select(key => Require(section, type, key)).ToArray().All(isThere => isThere))
        {
            return;
        }

        switch (type)
        {
            case FunctionKeys.Python:
                given.Add(ProgramSettings.Python, $"{Module(Find("module")!)}:{Find("name")!.Text}", $"{Section}.module", Find("module")!);
                break;
            case FunctionKeys.Remote:
                given.Add(ProgramSettings.Command, SettingShape.TextOf(Find("command")!), $"{Section}.command", Find("command")!);
                break;
            case FunctionKeys.Executable or FunctionKeys.Command:
                ReadExecutable();
                break;
        }
    }

    // One of two forms; a program that is named by itself may have blanks in its path.
    private void ReadExecutable()
    {
        Node? command = Find("command");
        Node? program = Find("executable");
        if (command is not null && program is not null)
        {
            faults.Error(program, $"{Section}.executable", "'function.executable' and 'function.command' both name the program. Leave one of the two out.");
        }
        else if (program is not null)
        {
            string arguments = Find("arguments") is { } list ? " " + SettingShape.TextOf(list) : string.Empty;
            given.Add(ProgramSettings.Command, OptionsRule.Quote(program.Text) + arguments, $"{Section}.executable", program);
        }
        else
        {
            given.Add(ProgramSettings.Command, SettingShape.TextOf(command!), $"{Section}.command", command!);
        }
    }

    private bool Require(Node section, string type, string key)
    {
        if (Find(key) is not null)
        {
            return true;
        }

        if (section.Find(key) is null or { Value.Kind: NodeKind.Null })
        {
            ConfigKey missing = FunctionKeys.Section.Find(key)!;
            faults.Error(
                section,
                Section,
                $"'function' has no '{key}', which a {type} needs: {missing.Meaning}. Write for example \"{key}\": {missing.Example}.");
        }

        return false;
    }

    private string Module(Node module)
    {
        if (!module.Text.EndsWith(".py", StringComparison.Ordinal) || module.Text.Length == 3)
        {
            return module.Text;
        }

        string name = module.Text[..^3];
        faults.Warning(
            module.Place,
            $"{Section}.module",
            $"'function.module' is {NodeJson.Shown(module)}, the name of a file; modules have no '.py'. It is taken as \"{name}\".");
        return name;
    }

    private void WarnOfOthers(Node section, string type)
    {
        foreach (ConfigKey key in FunctionKeys.Section.Keys.Where(key => key.Functions.Count > 0 && !key.Functions.Contains(type, StringComparer.Ordinal)))
        {
            if (section.Find(key.Name) is { } member)
            {
                faults.Warning(
                    member.Place,
                    $"{Section}.{key.Name}",
                    $"'function.{key.Name}' is ignored; it belongs to the type {string.Join(" or ", key.Functions)}, and this one is {type}. Remove it.");
            }
        }
    }

    // Three keys that are options of the executor by other names.
    private void ReadOptions(string type)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        if (Find("options") is { } own && Rule.TryRead(SettingShape.TextOf(own), out IReadOnlyDictionary<string, string> read, out _))
        {
            options = new Dictionary<string, string>(read, StringComparer.Ordinal);
        }

        if (type == FunctionKeys.Remote)
        {
            Add(options, "copyFrom", Find("rsync.from"), "rsync.from");
            Add(options, "copyTo", Find("rsync.to"), "rsync.to");
        }
        else if (Find("environment") is { } environment && type != FunctionKeys.Dotnet)
        {
            foreach (Member variable in environment.Members)
            {
                Add(options, $"environment.{variable.Name}", Find($"environment.{variable.Name}"), $"environment.{variable.Name}");
            }
        }

        if (options.Count > 0)
        {
            Node node = Find("options") ?? Find("rsync") ?? Find("environment")!;
            string key = Find("options") is not null ? "options" : type == FunctionKeys.Remote ? "rsync" : "environment";
            given.Add(TrialSettings.ExecutorOptions, Rule.Write(options), $"{Section}.{key}", node);
        }
    }

    private void Add(Dictionary<string, string> options, string name, Node? node, string key)
    {
        if (node is null)
        {
            return;
        }

        if (options.TryGetValue(name, out string? other) && other != node.Text)
        {
            faults.Error(
                node,
                $"{Section}.{key}",
                $"'function.{key}' is {NodeJson.Shown(node)}, and '{name}' of 'function.options' is \"{other}\". Leave one of the two out.");
            return;
        }

        options[name] = node.Text;
    }
}
