namespace Hypermax.Execution.PythonFunction;

/// <summary>A Python function that evaluates a point.</summary>
/// <remarks>
/// The function gets the parameters as one dictionary, nested by the segments of their paths, with values of the right
/// Python types. It returns a number, or a dictionary with <c>loss</c>. It may report through the module
/// <c>hypermax_trial</c>: <c>report(value, step)</c>, <c>number</c>, <c>seed</c>, <c>budget</c>, <c>artifacts</c>, <c>checkpoint</c>.
/// </remarks>
public sealed record PythonFunctionSpec
{
    /// <summary>Gets the module, as an import statement names it.</summary>
    public required string Module { get; init; }

    /// <summary>Gets the name of the function in the module.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the interpreter: a path, such as that of a virtual environment, or a name. By default <c>python3</c>.</summary>
    public string Interpreter { get; init; } = "python3";

    /// <summary>Gets the folder the function runs in and its module is first looked for in. By default null: that of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Gets environment variables; null removes a variable. By default none.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Gets how long importing the module may take when it is checked before the first trial. By default two minutes.</summary>
    public TimeSpan ImportTimeout { get; init; } = TimeSpan.FromMinutes(2);
}
