using System.CommandLine;

namespace Hypermax.Tests.Usage;

/// <summary>What every option of every verb makes of values that make no sense: the name of the option and what it takes, never a stack trace.</summary>
public sealed class OptionValuesTests
{
    private static readonly string[] Senseless = ["abc", "99999999999999999999", "-1", "", "1e999", "NaN", "1,5"];

    // Times that stay as they are written.
    private static readonly string[] Written = ["--time"];

    public static TheoryData<string> Verbs => [.. All(Hypermax.Verbs.Root()).Select(verb => verb.Path)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Parse_NumberOrTimeThatIsNone_IsRefusedByName(string path)
    {
        Command verb = All(Hypermax.Verbs.Root()).Single(entry => entry.Path == path).Verb;

        foreach (Option option in verb.Options.Where(IsNumberOrTime))
        {
            foreach (string value in Senseless)
            {
                AssertRefused([.. Words(path), option.Name, value], option);
                AssertRefused([.. Words(path), $"{option.Name}={value}"], option);
            }

            Assert.Contains(Errors([.. Words(path), option.Name]), error => error.Contains(option.Name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Parse_FlagsWithWordsAndOptionsTwice_DoNotEndTheProgram(string path)
    {
        Command verb = All(Hypermax.Verbs.Root()).Single(entry => entry.Path == path).Verb;

        foreach (Option option in verb.Options)
        {
            Errors([.. Words(path), $"{option.Name}=abc"]);
            Errors([.. Words(path), option.Name, "a", option.Name, "b"]);
        }
    }

    // What is too large for an option, 1e9 say, may be right for another: here is what none of them takes.
    private static void AssertRefused(string[] words, Option option) => Assert.True(
        Errors(words).Any(error => error.Contains(option.Name, StringComparison.Ordinal)),
        $"'{string.Join(' ', words)}' is not refused by the name of the option: {string.Join(" | ", Errors(words))}");

    private static IReadOnlyList<string> Errors(string[] words) => [.. Hypermax.Verbs.Root().Parse(words).Errors.Select(error => error.Message)];

    private static bool IsNumberOrTime(Option option)
    {
        Type type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return type == typeof(TimeSpan) || Written.Contains(option.Name) || (type.IsPrimitive && type != typeof(bool));
    }

    private static string[] Words(string path) => path.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Path, Command Verb)> All(Command command, string path = "") =>
        command.Subcommands.SelectMany(verb => All(verb, $"{path} {verb.Name}".Trim())).Append((path, command));
}
