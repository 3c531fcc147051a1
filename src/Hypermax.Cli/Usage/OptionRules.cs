using System.CommandLine;
using System.CommandLine.Parsing;

namespace Hypermax.Usage;

/// <summary>Rules about options together.</summary>
internal static class OptionRules
{
    /// <summary>Adds a rule to a verb; it is not asked where an option makes no sense by itself, which is then all that is said.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="problem">
    /// Looks for what is wrong, in a sentence, or null. Defaults do not hold yet: an option that was not given is null, 0 or false.
    /// </param>
    public static void AddRule(this Command command, Func<CommandResult, string?> problem) => command.Validators.Add(result =>
    {
        if (result.Children.OfType<OptionResult>().All(option => option.Unreadable() is null) && problem(result) is { } text)
        {
            result.AddError(text);
        }
    });

    /// <summary>Tells whether an option was given.</summary>
    public static bool IsGiven(this CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>Gets why an option makes no sense by itself, or null; the parser has no other way to ask, and tells of the first one only.</summary>
    public static string? Unreadable(this OptionResult option)
    {
        try
        {
            _ = option.GetValueOrDefault<object?>();
            return null;
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }
}
