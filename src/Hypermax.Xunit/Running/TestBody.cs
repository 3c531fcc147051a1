using System.Globalization;
using System.Reflection;
using Hypermax.Testing;
using Hypermax.Testing.Challenging;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Results;
using Hypermax.Testing.Searching;
using Xunit;

namespace Hypermax.Xunit.Running;

/// <summary>Does what the attribute on a method says.</summary>
internal static class TestBody
{
    /// <summary>Makes the test that a method is.</summary>
    /// <param name="method">The method.</param>
    /// <param name="say">Takes lines for the output of the test.</param>
    public static RunningTest Of(MethodInfo method, Action<string> say) => new(
        TuneTest.Of(method)?.Name ?? $"{method.ReflectedType!.FullName!.Replace('+', '.')}.{method.Name}",
        method.DeclaringType!.Assembly,
        TestPosition.Of(method),
        say);

    /// <summary>Runs a test; a test that fails throws.</summary>
    /// <param name="kind">Which attribute the method has.</param>
    /// <param name="test">The test.</param>
    /// <param name="method">The method.</param>
    /// <param name="instance">The instance of its class, or null for a static method.</param>
    /// <param name="stop">Ends it early.</param>
    public static Task RunAsync(TestKind kind, RunningTest test, MethodInfo method, object? instance, CancellationToken stop) =>
        RunningTest.RunAsync(test, async _ =>
        {
            async Task<object?> DoAsync(CancellationToken token) => kind switch
            {
                TestKind.Tune => await TuneAsync(test, method, instance, token).ConfigureAwait(false),
                TestKind.Challenge => await ChallengeAsync(test, method, token).ConfigureAwait(false),
                _ => await GuardAsync(test, method, token).ConfigureAwait(false),
            };

            int milliseconds = method.GetCustomAttribute<FactAttribute>()!.Timeout;
            object? result = await WithinAsync(test, milliseconds, DoAsync, stop).ConfigureAwait(false);
            if (result is not null)
            {
                await CallAsync(method, instance, result).ConfigureAwait(false);
            }

            return result;
        });

    // What xunit's Timeout of a fact says, which its own runner would look at.
    private static async Task<object?> WithinAsync(RunningTest test, int milliseconds, Func<CancellationToken, Task<object?>> run, CancellationToken stop)
    {
        if (milliseconds <= 0)
        {
            return await run(stop).ConfigureAwait(false);
        }

        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(stop);
        both.CancelAfter(milliseconds);
        try
        {
            return await run(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new HypermaxAssertException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{test.Name}' was ended by its Timeout of {milliseconds} ms. Give it more time; or let one evaluation that hangs fail by itself: "
                + $"TrialSeconds on [Objective] or [Tune] ends it."));
        }
    }

    // A method that is the objective itself has been called often enough.
    private static async Task<object?> TuneAsync(RunningTest test, MethodInfo method, object? instance, CancellationToken stop)
    {
        TestSearchResult result = await TuneTest.RunAsync(method, instance, test, stop).ConfigureAwait(false);
        return method.GetCustomAttribute<TuneAttribute>()!.Study is null ? null : result;
    }

    private static async Task<object?> GuardAsync(RunningTest test, MethodInfo method, CancellationToken stop)
    {
        TunedFactAttribute attribute = method.GetCustomAttribute<TunedFactAttribute>()!;
        TunedCheck check = new()
        {
            MaxLossIncrease = attribute.MaxLossIncrease,
            Repeats = attribute.Repeats,
            ErrorRate = attribute.ErrorRate,
            Tolerance = attribute.Tolerance,
        };
        return await TunedTest.RunAsync(DeclaredObjectives.Find(attribute.Study, test.Tests, attribute.Owner), check, test, stop).ConfigureAwait(false);
    }

    private static async Task<object?> ChallengeAsync(RunningTest test, MethodInfo method, CancellationToken stop)
    {
        ChallengeAttribute attribute = method.GetCustomAttribute<ChallengeAttribute>()!;
        TunedChallenge challenge = new()
        {
            Trials = attribute.Trials,
            Seed = attribute.Seed,
            MinGain = attribute.MinGain,
            Candidates = attribute.Candidates,
            Repeats = attribute.Repeats,
            ErrorRate = attribute.ErrorRate,
            Tolerance = attribute.Tolerance,
            Fails = attribute.Fails,
        };
        return await ChallengeTest.RunAsync(DeclaredObjectives.Find(attribute.Study, test.Tests, attribute.Owner), challenge, test, stop).ConfigureAwait(false);
    }

    // What the test itself wants to say of the result.
    private static async Task CallAsync(MethodInfo method, object? instance, object result)
    {
        object?[] arguments = method.GetParameters() switch
        {
            [] => [],
            [{ ParameterType: var type }] when type.IsInstanceOfType(result) => [result],
            _ => throw new HypermaxAssertException($"'{method.DeclaringType!.Name}.{method.Name}' is called with a {result.GetType().Name} or with "
                + $"nothing; it takes ({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))}). Change its "
                + "parameters."),
        };
        object? returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        await (returned switch
        {
            Task task => task,
            ValueTask task => task.AsTask(),
            _ => Task.CompletedTask,
        }).ConfigureAwait(false);
    }
}
