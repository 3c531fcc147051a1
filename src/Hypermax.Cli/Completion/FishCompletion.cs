using System.Text;

namespace Hypermax.Completion;

/// <summary>Writes completion for fish.</summary>
internal static class FishCompletion
{
    public static string Write(IReadOnlyList<CompletionEntry> table)
    {
        StringBuilder text = new("# Completion of hypermax in fish: hypermax completion fish | source\n");
        foreach (CompletionEntry entry in table)
        {
            string condition = Condition(entry);
            foreach (CompletionWord verb in entry.Verbs)
            {
                text.Append("complete -c hypermax -n ").Append(condition).Append(" -a ").Append(Quoted(verb.Name)).Append(" -d ")
                    .Append(Quoted(verb.Description)).Append('\n');
            }

            if (entry.Values.Count > 0)
            {
                text.Append("complete -c hypermax -n ").Append(condition).Append(" -a ").Append(Quoted(string.Join(' ', entry.Values))).Append('\n');
            }

            foreach (CompletionOption option in entry.Options)
            {
                text.Append("complete -c hypermax -n ").Append(condition);
                foreach (string name in option.Names.Where(name => name != "-?"))
                {
                    text.Append(name.StartsWith("--", StringComparison.Ordinal) ? " -l " : " -s ").Append(name.TrimStart('-'));
                }

                text.Append(option.Values.Count > 0 ? $" -x -a {Quoted(string.Join(' ', option.Values))}" : option.TakesValue ? " -r" : string.Empty)
                    .Append(" -d ").Append(Quoted(option.Description)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Condition(CompletionEntry entry)
    {
        if (entry.Path.Length == 0)
        {
            return "__fish_use_subcommand";
        }

        string seen = string.Join("; and ", entry.Path.Split(' ').Select(verb => $"__fish_seen_subcommand_from {verb}"));
        string below = entry.Verbs.Count == 0
            ? string.Empty
            : $"; and not __fish_seen_subcommand_from {string.Join(' ', entry.Verbs.Select(verb => verb.Name))}";
        return Quoted(seen + below);
    }

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
