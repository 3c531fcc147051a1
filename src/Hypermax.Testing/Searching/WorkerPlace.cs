using System.Reflection;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Testing.Searching;

/// <summary>Finds the worker that the package lays beside the tests, and what it runs under.</summary>
internal static class WorkerPlace
{
    /// <summary>The environment variable that names another worker.</summary>
    public const string Variable = "HYPERTUNE_TEST_WORKER";

    /// <summary>Makes the command that runs the objectives of an assembly with the dependencies of the tests.</summary>
    /// <param name="objectives">The assembly that declares the objectives.</param>
    /// <param name="tests">The assembly of the tests, whose list of dependencies names all of them.</param>
    /// <exception cref="HypermaxAssertException">The worker is not there.</exception>
    public static WorkerCommand CommandFor(Assembly objectives, Assembly tests)
    {
        string worker = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given
            : Path.Combine(AppContext.BaseDirectory, "hypertune-worker", "Hypermax.Worker.dll");
        if (!File.Exists(worker))
        {
            throw new HypermaxAssertException($"'{worker}' does not exist, and trials with a process of their own need it. The package Hypermax.Testing "
                + $"lays it there: reference it from the project of the tests itself, build again, or name the file with {Variable}.");
        }

        WorkerCommand command = WorkerCommand.For(tests.Location, worker);
        return objectives == tests ? command : command with { Arguments = [.. command.Arguments.SkipLast(1), objectives.GetName().Name!] };
    }
}
