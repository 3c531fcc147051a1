using System.Text;

namespace Hypermax.Completion;

/// <summary>Writes completion for PowerShell 7.</summary>
internal static class PowerShellCompletion
{
    private const string Completer = """
        Register-ArgumentCompleter -Native -CommandName hypermax -ScriptBlock {
            param($current, $line, $cursor)
            $typed = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
            $verb = ''
            foreach ($word in $typed) {
                $longer = "$verb $word".Trim()
                if ($words.ContainsKey($longer)) { $verb = $longer }
            }
            $previous = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
            $offered = if ($values.ContainsKey("$verb/$previous")) { $values["$verb/$previous"] } else { $words[$verb] }
            $offered | Where-Object { $_ -like "$current*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }.GetNewClosure()

        """;

    public static string Write(IReadOnlyList<CompletionEntry> table)
    {
        StringBuilder text = new("# Completion of hypermax in PowerShell: hypermax completion pwsh | Out-String | Invoke-Expression\n$words = @{\n");
        foreach (CompletionEntry entry in table)
        {
            string[] words = [.. entry.Verbs.Select(verb => verb.Name), .. entry.Values, .. entry.Options.SelectMany(option => option.Names)];
            text.Append("    '").Append(entry.Path).Append("' = ").Append(List(words)).Append('\n');
        }

        text.Append("}\n$values = @{\n");
        foreach (CompletionEntry entry in table)
        {
            foreach ((string name, CompletionOption option) in entry.Options.Where(option => option.Values.Count > 0)
                .SelectMany(option => option.Names.Select(name => (name, option))))
            {
                text.Append("    '").Append(entry.Path).Append('/').Append(name).Append("' = ").Append(List(option.Values)).Append('\n');
            }
        }

        return text.Append("}\n").Append(Completer).ToString();
    }

    private static string List(IReadOnlyList<string> words) => $"@({string.Join(", ", words.Select(word => $"'{word}'"))})";
}
