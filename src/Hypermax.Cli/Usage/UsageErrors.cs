using System.CommandLine;
using System.CommandLine.Parsing;
using Hypermax.Errors;

namespace Hypermax.Usage;

/// <summary>What is said where a command line makes no sense: a sentence for each mistake, and where the help is; the help itself would bury them.</summary>
internal static class UsageErrors
{
    /// <summary>Says what is wrong.</summary>
    public static void Write(ParseResult parsed, TextWriter errors)
    {
        foreach (string sentence in Sentences(parsed).Distinct(StringComparer.Ordinal))
        {
            errors.WriteLine($"error: {sentence}");
        }

        errors.WriteLine($"'{Path(parsed.CommandResult)} --help' says what there is.");
    }

    /// <summary>Gets the words that look like options and stand where an argument belongs, which takes what was misspelt for a folder, say.</summary>
    /// <remarks>After <c>--</c> every word is what it looks like to nobody else.</remarks>
    public static IReadOnlyList<string> Misspelt(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? []
        : [.. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(IsLong)];

    private static bool IsLong(string word) => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal);

    private static IEnumerable<string> Sentences(ParseResult parsed)
    {
        Command verb = parsed.CommandResult.Command;
        if (Misspelt(parsed) is { Count: > 0 } misspelt)
        {
            foreach (string word in misspelt)
            {
                yield return NoOption(parsed.CommandResult, word);
            }

            yield break;
        }

        string[] verbs = [.. verb.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name)];
        string[] unknown = [.. parsed.UnmatchedTokens];
        if (verb.Action is null && verbs.Length > 0)
        {
            yield return unknown.Length == 0
                ? $"'{Path(parsed.CommandResult)}' needs a verb: {string.Join(", ", verbs)}."
                : $"'{unknown[0]}' is no verb of '{Path(parsed.CommandResult)}'. {NearestName.Hint(unknown[0], verbs)}It has {string.Join(", ", verbs)}.";
            yield break;
        }

        foreach (string word in unknown)
        {
            yield return word.StartsWith('-')
                ? NoOption(parsed.CommandResult, word)
                : $"'{word}' is one word too many for '{Path(parsed.CommandResult)}'.";
        }

        Argument[] missing = [.. verb.Arguments.Where(argument => (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues)];
        foreach (Argument argument in missing)
        {
            yield return $"'{Path(parsed.CommandResult)}' needs a {argument.Name}: {argument.Description}";
        }

        Option[] needed = [.. verb.Options.Where(option => option.Required && !parsed.CommandResult.IsGiven(option))];
        foreach (Option option in needed)
        {
            yield return $"'{Path(parsed.CommandResult)}' needs {option.Name}: {option.Description}";
        }

        string[] said = [.. unknown, .. needed.Select(option => option.Name), .. missing.Length > 0 ? [verb.Name] : Array.Empty<string>()];
        IEnumerable<string> others = parsed.Errors.Select(error => error.Message)
            .Concat(parsed.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit).Select(OptionRules.Unreadable).OfType<string>())
            .Where(message => !Array.Exists(said, word => message.Contains($"'{word}'", StringComparison.Ordinal)));
        foreach (string message in others)
        {
            yield return string.Join(' ', message.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }

    private static string NoOption(CommandResult verb, string word) =>
        $"'{word}' is no option of '{Path(verb)}'. {NearestName.Hint(word, [.. verb.Command.Options.Select(option => option.Name)])}".TrimEnd();

    private static string Path(CommandResult verb) =>
        verb.Parent is CommandResult outer ? $"{Path(outer)} {verb.Command.Name}" : "hypermax";
}
