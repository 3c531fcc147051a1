using System.Reflection;
using Hypermax.Testing;
using Hypermax.Testing.Challenging;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Searching;

namespace Hypermax.Xunit.Running;

/// <summary>Does what the attribute on a method says.</summary>
internal static class TestBody
{
    /// <summary>Runs a test; a test that fails throws.</summary>
    /// <param name="kind">Which attribute the method has.</param>
    /// <param name="method">The method.</param>
    /// <param name="instance">The instance of its class, or null for a static method.</param>
    /// <param name="say">Takes lines for the output of the test.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The files that belong to the result.</returns>
    public static Task<IReadOnlyList<string>> RunAsync(
        TestKind kind,
        MethodInfo method,
        object? instance,
        Action<string> say,
        CancellationToken stop) => kind switch
    {
        TestKind.Tune => TuneAsync(method, instance, say, stop),
        TestKind.Challenge => ChallengeAsync(method, instance, say, stop),
        _ => GuardAsync(method, instance, say, stop),
    };

    private static async Task<IReadOnlyList<string>> TuneAsync(MethodInfo method, object? instance, Action<string> say, CancellationToken stop)
    {
        TestSearchResult result = await TuneTest.RunAsync(method, instance, say, stop).ConfigureAwait(false);
        if (method.GetCustomAttribute<TuneAttribute>()!.Study is not null)
        {
            await CallAsync(method, instance, result).ConfigureAwait(false);
        }

        return result.Files;
    }

    private static async Task<IReadOnlyList<string>> GuardAsync(MethodInfo method, object? instance, Action<string> say, CancellationToken stop)
    {
        TunedFactAttribute attribute = method.GetCustomAttribute<TunedFactAttribute>()!;
        Assembly tests = method.DeclaringType!.Assembly;
        TunedCheck check = new()
        {
            MaxLossIncrease = attribute.MaxLossIncrease,
            Repeats = attribute.Repeats,
            ErrorRate = attribute.ErrorRate,
            Tolerance = attribute.Tolerance,
        };
        DeclaredObjective objective = DeclaredObjectives.Find(attribute.Study, tests, attribute.Owner);
        TunedVerdict verdict = await TunedTest.RunAsync(objective, check, tests, say, stop).ConfigureAwait(false);
        await CallAsync(method, instance, verdict).ConfigureAwait(false);
        return [];
    }

    private static async Task<IReadOnlyList<string>> ChallengeAsync(MethodInfo method, object? instance, Action<string> say, CancellationToken stop)
    {
        ChallengeAttribute attribute = method.GetCustomAttribute<ChallengeAttribute>()!;
        Assembly tests = method.DeclaringType!.Assembly;
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
        DeclaredObjective objective = DeclaredObjectives.Find(attribute.Study, tests, attribute.Owner);
        ChallengeVerdict verdict = await ChallengeTest.RunAsync(objective, challenge, tests, say, stop).ConfigureAwait(false);
        await CallAsync(method, instance, verdict).ConfigureAwait(false);
        return verdict.Better?.Files ?? [];
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
