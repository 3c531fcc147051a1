using Hypermax.Settings;

namespace Hypermax.Execution.Command;

/// <summary>The options of commands, besides the command itself.</summary>
internal static class CommandLedger
{
    public static OptionLedger<CommandSpec> Options { get; } = new(
        "commands",
        new Option<CommandSpec, bool>(
            "ParametersOnInput",
            Rules.Flag,
            o => o.ParametersOnInput,
            (o, v) => o with { ParametersOnInput = v },
            "whether the parameters are written to standard input as one line of JSON"),
        new Option<CommandSpec, bool>(
            "ParametersInEnvironment",
            Rules.Flag,
            o => o.ParametersInEnvironment,
            (o, v) => o with { ParametersInEnvironment = v },
            "whether every parameter is also an environment variable, HYPERMAX_PARAM_ and its name"),
        new Option<CommandSpec, bool>(
            "Nested",
            Rules.Flag,
            o => o.IsNested,
            (o, v) => o with { IsNested = v },
            "whether the JSON has an object for every segment of a name rather than one key for the whole",
            nameof(CommandSpec.IsNested)),
        new Option<CommandSpec, string>(
            "ResultFile",
            Rules.Text,
            o => o.ResultFile,
            (o, v) => o with { ResultFile = v },
            "which file the program writes its result to, as a template; {$result} is one of the trial's own") { Unset = "none: the last line printed" },
        new Option<CommandSpec, bool>(
            "KeepsEmptyArguments",
            Rules.Flag,
            o => o.KeepsEmptyArguments,
            (o, v) => o with { KeepsEmptyArguments = v },
            "whether an argument of a parameter that does not exist at a point stays as an empty one instead of being left out"),
        Environment<CommandSpec>(o => o.Environment, (o, v) => o with { Environment = v }, "the value of an environment variable, as a template"));

    /// <summary>Makes the option of environment variables.</summary>
    public static IOption<TSpec> Environment<TSpec>(
        Func<TSpec, IReadOnlyDictionary<string, string?>> get, Func<TSpec, IReadOnlyDictionary<string, string?>, TSpec> with, string meaning) =>
        new KeyedOption<TSpec, string>("environment", Rules.Text, spec => Set(get(spec)), (spec, values) => with(spec, values!), meaning, "that of the search");

    private static Dictionary<string, string> Set(IReadOnlyDictionary<string, string?> variables) =>
        variables.Where(variable => variable.Value is not null).ToDictionary(variable => variable.Key, variable => variable.Value!, StringComparer.Ordinal);
}
