using System.Text;
using Hypermax.Execution.Command;

namespace Hypermax.Execution.PythonFunction;

/// <summary>Runs every trial as a call of a Python function in a process of its own.</summary>
/// <remarks>
/// The parameters travel as JSON, never as Python source, so that true, false, null, quotes and every letter arrive as they
/// are. What the function prints is the log and can never be taken for its result. An exception is recorded with the
/// user's file and line. Limits are those of <see cref="CommandExecutor"/>.
/// </remarks>
public sealed class PythonFunctionExecutor : IExecutor
{
    private const int MostLines = 12;
    private readonly CommandExecutor _command;
    private readonly string _script;

    private PythonFunctionExecutor(CommandExecutor command, string script)
    {
        _command = command;
        _script = script;
    }

    /// <summary>Creates an executor after importing the module once, so that a wrong name is found before the first trial.</summary>
    /// <param name="spec">The function.</param>
    /// <param name="space">The space of the points.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    /// <exception cref="ExecutorException">The interpreter, the module or the function does not exist, or importing fails;
    /// the message carries Python's own.</exception>
    /// <exception cref="ArgumentException">The limits contradict each other.</exception>
    public static async Task<PythonFunctionExecutor> CreateAsync(
        PythonFunctionSpec spec, SearchSpace space, CommandOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CommandOptions();
        options.Limits.Validate();
        string script = Path.Combine(Path.GetTempPath(), $"hypermax-{Guid.NewGuid():N}.py");
        try
        {
            await File.WriteAllTextAsync(script, Bootstrap(), cancellation).ConfigureAwait(false);
            await CheckAsync(spec, script, cancellation).ConfigureAwait(false);
            CommandSpec command = Command(spec, script, ["{$trial}", "{$seed}", "{$budget}", "{$artifacts}", "{$checkpoint}"]);
            return new PythonFunctionExecutor(new CommandExecutor(command, space, options) { HasKey = true }, script);
        }
        catch
        {
            File.Delete(script);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => _command.RunAsync(job, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync().ConfigureAwait(false);
        File.Delete(_script);
    }

    private static async Task CheckAsync(PythonFunctionSpec spec, string script, CancellationToken cancellation)
    {
        SearchSpace nothing = new("check", []);
        CommandOptions options = new() { Limits = new Limits.TrialLimits { WallTime = spec.ImportTimeout, Grace = TimeSpan.Zero } };
        CommandExecutor check = new(Command(spec, script, ["--check"]), nothing, options) { HasKey = true };
        TrialOutcome outcome = await check.RunAsync(new TrialJob { Number = 0, Space = nothing, Point = [], Seed = 0 }, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (outcome.State != TrialState.Complete)
        {
            throw new ExecutorException(
                $"The function '{spec.Name}' of module '{spec.Module}' cannot be loaded by '{spec.Interpreter}': "
                + $"{ExitText.Sentence(outcome.Message)} Check the names, the working directory and that the interpreter is the one with your packages."
                + Traceback(outcome));
        }
    }

    // Only what the user's own files did; that the module was not found needs no lines.
    private static string Traceback(TrialOutcome outcome)
    {
        if (outcome.Position is null || !outcome.Attributes.TryGetValue("stack", out string? stack))
        {
            return string.Empty;
        }

        string[] lines = stack.TrimEnd().Split('\n');
        return string.Concat((lines.Length <= MostLines ? lines : [.. lines.TakeLast(MostLines)]).Select(line => $"\n  {line}"));
    }

    // Empty budgets and folders must stay arguments, so that the others keep their places.
    private static CommandSpec Command(PythonFunctionSpec spec, string script, IReadOnlyList<string> arguments) => new()
    {
        FileName = spec.Interpreter,
        Arguments = ["-u", Literal(script), Literal(spec.Module), Literal(spec.Name), .. arguments],
        WorkingDirectory = spec.WorkingDirectory,
        Environment = spec.Environment.ToDictionary(entry => entry.Key, entry => entry.Value is null ? null : Literal(entry.Value), StringComparer.Ordinal),
        KeepsEmptyArguments = true,
    };

    private static string Literal(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Bootstrap()
    {
        using Stream stream = typeof(PythonFunctionExecutor).Assembly.GetManifestResourceStream("Hypermax.Execution.PythonFunction.bootstrap.py")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
