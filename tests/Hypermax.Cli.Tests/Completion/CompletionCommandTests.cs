using System.Diagnostics;
using Hypermax.Completion;
using Hypermax.Templates;

namespace Hypermax.Tests.Completion;

/// <summary>The scripts are sourced by the shells themselves.</summary>
public sealed class CompletionCommandTests
{
    private static readonly string[] Verbs = [.. Hypermax.Verbs.Root().Subcommands.Select(verb => verb.Name)];

    [ProgramFact("bash", "bash")]
    public void Bash_CompletesVerbsOptionsAndValues()
    {
        Assert.Empty(Verbs.Except(Bash("hypermax ")));
        Assert.Equal(["search", "serve", "simulate", "slurm", "space", "status"], Bash("hypermax s").Order(StringComparer.Ordinal));
        Assert.Equal(["--format"], Bash("hypermax best --form"));
        Assert.Equal(["args", "csharp", "json", "yaml"], Bash("hypermax best folder --format "));
        Assert.Equal(["csharp"], Bash("hypermax space cs"));
        Assert.Contains("--namespace", Bash("hypermax space csharp --"));
        Assert.Equal(["bash", "fish"], ((string[])["b", "f"]).SelectMany(start => Bash($"hypermax completion {start}")));

        // What follows the colon, which readline takes for the beginning of a word.
        Assert.Equal(["SVC", "SVR"], Bash("hypermax init --template sklearn:SV").Order(StringComparer.Ordinal));
    }

    [ProgramFact("zsh", "zsh")]
    public void Zsh_CompletesVerbsOptionsAndValues()
    {
        Assert.Empty(Verbs.Except(Zsh("hypermax", "")));
        Assert.Equal(["args", "csharp", "json", "yaml"], Zsh("hypermax", "best", "folder", "--format", ""));
        Assert.Contains("--namespace", Zsh("hypermax", "space", "csharp", "--"));
        Assert.Empty(Template.Names.Except(Zsh("hypermax", "init", "--template", "")));
    }

    [ProgramFact("fish", "fish")]
    public void Fish_CompletesVerbsOptionsAndValues()
    {
        Assert.Empty(Verbs.Except(Fish("hypermax ")));
        Assert.Equal(["--format"], Fish("hypermax best --form"));
        Assert.Equal(["args", "csharp", "json", "yaml"], Fish("hypermax best folder --format ").Order(StringComparer.Ordinal));
        Assert.Contains("--namespace", Fish("hypermax space csharp --"));
        Assert.Contains("sklearn:SVC", Fish("hypermax init --template sk"));
    }

    [ProgramFact("pwsh", null)]
    public void PowerShell_CompletesVerbsOptionsAndValues()
    {
        string Script(string line) => $"{Written("pwsh")}\n(TabExpansion2 '{line}' {line.Length}).CompletionMatches.CompletionText";

        Assert.Empty(Verbs.Except(Run("pwsh", Script("hypermax "), "-NoProfile", "-Command", "-")));
        Assert.Equal(["args", "csharp", "json", "yaml"], Run("pwsh", Script("hypermax best x --format "), "-NoProfile", "-Command", "-"));
    }

    private static string Written(string shell) => CompletionCommand.Write(Hypermax.Verbs.Root(), shell);

    // In an empty folder, so that no files are offered.
    private static string[] Bash(string line) => Run("bash", $$"""
        {{Written("bash")}}
        COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}
        _hypermax; printf '%s\n' "${COMPREPLY[@]}"
        """, "--norc", "--noprofile");

    private static string[] Zsh(params string[] words) => Run("zsh", $$"""
        compdef() { :; }; _files() { :; }; compadd() { shift; print -l -- "$@"; }
        {{Written("zsh")}}
        words=({{string.Join(' ', words.Select(word => $"'{word}'"))}}); CURRENT=${#words}
        _hypermax
        """, "-f");

    private static string[] Fish(string line) =>
        [.. Run("fish", $"{Written("fish")}\ncomplete -C '{line}'\n", "--no-config").Select(completion => completion.Split('\t')[0])];

    private static string[] Run(string shell, string script, params string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-completion-").FullName;
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(shell, arguments)
            {
                WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(script + "\n");
            process.StandardInput.Close();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Empty(errors.Result);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
