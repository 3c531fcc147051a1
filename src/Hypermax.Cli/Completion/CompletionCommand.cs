using System.CommandLine;

namespace Hypermax.Completion;

/// <summary>The verb <c>hypermax completion</c>: writes what makes a shell complete verbs, options and their values.</summary>
internal static class CompletionCommand
{
    public static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Creates the verb.</summary>
    /// <param name="root">The command whose verbs are completed.</param>
    public static Command Create(Command root)
    {
        Argument<string> shell = new("shell") { Description = $"One of {string.Join(", ", Shells)}." };
        shell.AcceptOnlyFromAmong(Shells);
        Command command = new("completion", "Writes completion for a shell, such as: source <(hypermax completion bash).") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.Write(Write(root, parsed.GetRequiredValue(shell)));
            return ExitCodes.Done;
        });
        return command;
    }

    internal static string Write(Command root, string shell)
    {
        IReadOnlyList<CompletionEntry> table = CompletionTable.Of(root);
        return shell switch
        {
            "bash" => PosixCompletion.WriteBash(table),
            "zsh" => PosixCompletion.WriteZsh(table),
            "fish" => FishCompletion.Write(table),
            _ => PowerShellCompletion.Write(table),
        };
    }
}
