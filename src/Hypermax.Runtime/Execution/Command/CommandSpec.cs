namespace Hypermax.Execution.Command;

/// <summary>A program that evaluates a point: what to start, how it learns the parameters, and where it leaves its result.</summary>
/// <remarks>
/// <para>Arguments, environment values and the path of the result file are templates. <c>{learning_rate}</c> stands for the
/// value of the parameter of that name; <c>{$trial}</c>, <c>{$seed}</c>, <c>{$budget}</c>, <c>{$checkpoint}</c>, <c>{$slot}</c>, <c>{$artifacts}</c>,
/// <c>{$result}</c> and <c>{$json}</c> for the trial's number, seed, budget, checkpoint, slot, folder, result file and all parameters as
/// JSON; <c>{{</c> and <c>}}</c> for braces. An argument that names a parameter which does not exist at the point is left
/// out, together with the option before it that it is the value of.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record CommandSpec
{
    /// <summary>Gets the program: a path, or a name that is looked up on the path.</summary>
    public required string FileName { get; init; }

    /// <summary>Gets the arguments, one template each; no shell is involved, so nothing needs quoting.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Gets the folder the program starts in. By default null: that of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Gets environment variables, values being templates; null removes a variable. By default none.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Gets whether every parameter is also given as an environment variable.</summary>
    /// <remarks>Named <c>HYPERMAX_PARAM_</c> and the path in capitals, everything but letters and digits replaced by an underscore. By default false.</remarks>
    public bool ParametersInEnvironment { get; init; }

    /// <summary>Gets whether the parameters are written to standard input as one line of JSON. By default true.</summary>
    public bool ParametersOnInput { get; init; } = true;

    /// <summary>Gets whether the JSON has an object for every segment of a path rather than one key for the whole path. By default true.</summary>
    /// <remarks>The form of <c>best.json</c>: a choice between branches stands as <c>$type</c>, <c>$index</c> or <c>$value</c> beside what belongs to it,
    /// lists are arrays.</remarks>
    public bool IsNested { get; init; } = true;

    /// <summary>Gets the template of the path of a file that the program writes its result to.
    /// By default null: the result is the last line of standard output.</summary>
    public string? ResultFile { get; init; }

    /// <summary>Gets whether an argument whose name has no value stays as an empty one instead of being left out. By default false.</summary>
    public bool KeepsEmptyArguments { get; init; }

    /// <summary>Makes a command from one line, split as a POSIX shell splits words: blanks separate, quotes and backslashes keep together.</summary>
    /// <param name="line">The line; variables and globs are not expanded.</param>
    /// <exception cref="FormatException">The line is empty or a quote is not closed.</exception>
    public static CommandSpec Parse(string line)
    {
        IReadOnlyList<string> words = CommandLine.Split(line);
        return words.Count > 0
            ? new CommandSpec { FileName = words[0], Arguments = [.. words.Skip(1)] }
            : throw new FormatException("The command is empty; it must name a program.");
    }
}
