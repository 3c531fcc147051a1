using Hypermax.Execution.Command;
using Hypermax.Settings;

namespace Hypermax.Execution.PythonFunction;

/// <summary>The options of Python functions, besides the function itself.</summary>
internal static class PythonFunctionLedger
{
    public static OptionLedger<PythonFunctionSpec> Options { get; } = new(
        "Python functions",
        new Option<PythonFunctionSpec, double>(
            "ImportSeconds",
            Rules.Amount,
            o => o.ImportTimeout.TotalSeconds,
            (o, v) => o with { ImportTimeout = TimeSpan.FromSeconds(Math.Min(v, 1e9)) },
            "how long importing the module may take when it is checked before the first trial", nameof(PythonFunctionSpec.ImportTimeout)),
        CommandLedger.Environment<PythonFunctionSpec>(o => o.Environment, (o, v) => o with { Environment = v }, "the value of an environment variable"));
}
