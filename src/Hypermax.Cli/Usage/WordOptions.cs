using System.CommandLine;

namespace Hypermax.Usage;

/// <summary>Options that are one of a few words.</summary>
internal static class WordOptions
{
    /// <summary>Says which words an option takes.</summary>
    public static Option<string> Among(this Option<string> option, params IReadOnlyList<string> words)
    {
        option.CompletionSources.Add([.. words]);
        option.CustomParser = result =>
        {
            string text = result.Tokens[^1].Value;
            if (!words.Contains(text, StringComparer.Ordinal))
            {
                result.AddError($"{option.Name} is '{text}'; it must be one of {string.Join(", ", words)}.");
            }

            return text;
        };
        return option;
    }
}
