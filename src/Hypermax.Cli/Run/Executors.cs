using System.Globalization;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.PythonFunction;
using Hypermax.Execution.Remote;

namespace Hypermax.Run;

/// <summary>Makes the executor that the options of <c>hypermax run</c> name, after checking all that can be checked without a trial.</summary>
internal static class Executors
{
    /// <summary>Makes the executor.</summary>
    /// <exception cref="FormatException">The options contradict each other.</exception>
    /// <exception cref="ExecutorException">A program, module or host is missing, or a template names an unknown parameter.</exception>
    public static async Task<IExecutor> CreateAsync(RunOptions options, SearchSpace space, CommandOptions how, CancellationToken stop)
    {
        if (options.Command is null == options.Python is null)
        {
            throw new FormatException("Trials need either --command with a program or --python with a function, one of the two. Give for example --command \"./train --rate {rate}\".");
        }

        if (options.Python is { } function)
        {
            return options.Hosts.Count == 0
                ? await PythonFunctionExecutor.CreateAsync(Function(options, function), space, how, stop).ConfigureAwait(false)
                : throw new FormatException("--python runs on this machine only. For other machines write a script and use --command \"python3 script.py\" with --host.");
        }

        if (options.Hosts.Count > 0)
        {
            RemoteSpec remote = new() { Hosts = Hosts(options), Command = options.Command!, Folder = options.WorkingDirectory };
            return await RemoteExecutor.CreateAsync(remote, space, how, stop).ConfigureAwait(false);
        }

        return new CommandExecutor(CommandSpec.Parse(options.Command!) with { WorkingDirectory = options.WorkingDirectory }, space, how);
    }

    /// <summary>Reads the hosts; none for this machine.</summary>
    /// <exception cref="FormatException">One is not of the form NAME or NAME*SLOTS.</exception>
    public static IReadOnlyList<RemoteHost> Hosts(RunOptions options) => [.. options.Hosts.Select(Host)];

    private static PythonFunctionSpec Function(RunOptions options, string function) => function.Split(':') is [{ Length: > 0 } module, { Length: > 0 } name]
        ? new PythonFunctionSpec { Module = module, Name = name, Interpreter = options.Interpreter, WorkingDirectory = options.WorkingDirectory }
        : throw new FormatException($"--python is '{function}'; it must name a module and a function in it, with a colon between. Write for example --python model:train.");

    private static RemoteHost Host(string text)
    {
        string[] parts = text.Split('*', 2);
        int slots = 1;
        return parts[0].Length > 0 && (parts.Length == 1 || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out slots) && slots > 0))
            ? new RemoteHost(parts[0], slots)
            : throw new FormatException($"--host is '{text}'; it must be what ssh is told, perhaps with a number of slots. Write for example --host me@node1*4.");
    }
}
