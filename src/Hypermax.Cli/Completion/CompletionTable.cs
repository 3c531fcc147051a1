using System.CommandLine;
using System.CommandLine.Completions;

namespace Hypermax.Completion;

/// <summary>Reads what may be typed from the definitions of the verbs.</summary>
internal static class CompletionTable
{
    /// <summary>Lists the command and every verb.</summary>
    public static IReadOnlyList<CompletionEntry> Of(Command root) => [.. Entries(root, string.Empty, [])];

    private static IEnumerable<CompletionEntry> Entries(Command command, string path, IReadOnlyList<Option> inherited)
    {
        Option[] options = [.. command.Options.Concat(inherited).Where(option => !option.Hidden)];
        yield return new CompletionEntry(
            path,
            [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => new CompletionWord(verb.Name, Sentence(verb.Description)))],
            [.. options.Select(OptionOf)],
            command.Arguments.Count > 0 ? Values(command.Arguments[0]) : []);
        foreach (CompletionEntry entry in command.Subcommands.Where(verb => !verb.Hidden).SelectMany(verb =>
            Entries(verb, path.Length == 0 ? verb.Name : $"{path} {verb.Name}", [.. options.Where(option => option.Recursive)])))
        {
            yield return entry;
        }
    }

    private static CompletionOption OptionOf(Option option)
    {
        bool takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);
        string[] names = [option.Name, .. option.Aliases.Where(alias => alias.StartsWith('-'))];
        return new CompletionOption([.. names.Distinct(StringComparer.Ordinal)], Sentence(option.Description), takesValue, takesValue ? Values(option) : []);
    }

    private static string[] Values(Symbol symbol) => [.. symbol.GetCompletions(CompletionContext.Empty).Select(item => item.Label)];

    // Shells show one line.
    private static string Sentence(string? text) => text is null ? string.Empty : text.Split(". ")[0].TrimEnd('.');
}
