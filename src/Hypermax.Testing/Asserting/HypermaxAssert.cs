using System.Reflection;
using System.Runtime.CompilerServices;
using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Testing.Challenging;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Results;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing;

/// <summary>Assertions about searches and tuned values, for any test framework; each throws <see cref="HypermaxAssertException"/> when it fails.</summary>
/// <remarks>Safe to call from several tests at once, as long as each study has a name of its own.</remarks>
public static class HypermaxAssert
{
    /// <summary>Evaluates the committed tuned values of a study with the code of today, and fails when they have got worse than recorded.</summary>
    /// <param name="study">
    /// The name of the study, or of its method as <c>nameof</c> gives it; looked for in the project of the caller and those it uses.
    /// </param>
    /// <param name="check">How, or null for the defaults.</param>
    /// <param name="output">Takes recorded and new figures in one line; null for nobody.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="HypermaxAssertException">The values have got worse, or cannot be evaluated.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TunedVerdict TunedStillGood(string study, TunedCheck? check = null, Action<string>? output = null)
    {
        Assembly tests = Assembly.GetCallingAssembly();
        return Wait(() => CheckAsync(study, tests, check, output, CancellationToken.None));
    }

    /// <inheritdoc cref="TunedStillGood"/>
    /// <param name="study">
    /// The name of the study, or of its method as <c>nameof</c> gives it; looked for in the project of the caller and those it uses.
    /// </param>
    /// <param name="check">How, or null for the defaults.</param>
    /// <param name="output">Takes recorded and new figures in one line; null for nobody.</param>
    /// <param name="cancellation">Ends the check early.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<TunedVerdict> TunedStillGoodAsync(
        string study,
        TunedCheck? check = null,
        Action<string>? output = null,
        CancellationToken cancellation = default) =>
        CheckAsync(study, Assembly.GetCallingAssembly(), check, output, cancellation);

    /// <summary>
    /// Searches near the committed tuned values of a study and away from them, and fails when something is significantly better, confirmed by repeats with
    /// new seeds; see <see cref="TunedChallenge"/>.
    /// </summary>
    /// <param name="study">
    /// The name of the study, or of its method as <c>nameof</c> gives it; looked for in the project of the caller and those it uses.
    /// </param>
    /// <param name="challenge">How, or null for the defaults.</param>
    /// <param name="output">Takes what the search says, and the warning where better values are no failure; null for nobody.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="HypermaxAssertException">Something is better, or the challenge cannot be run as it is written.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ChallengeVerdict FindsNothingBetter(string study, TunedChallenge? challenge = null, Action<string>? output = null)
    {
        Assembly tests = Assembly.GetCallingAssembly();
        return Wait(() => ChallengeAsync(study, tests, challenge, output, CancellationToken.None));
    }

    /// <inheritdoc cref="FindsNothingBetter"/>
    /// <param name="study">
    /// The name of the study, or of its method as <c>nameof</c> gives it; looked for in the project of the caller and those it uses.
    /// </param>
    /// <param name="challenge">How, or null for the defaults.</param>
    /// <param name="output">Takes what the search says, and the warning where better values are no failure; null for nobody.</param>
    /// <param name="cancellation">Ends the challenge early.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<ChallengeVerdict> FindsNothingBetterAsync(
        string study,
        TunedChallenge? challenge = null,
        Action<string>? output = null,
        CancellationToken cancellation = default) =>
        ChallengeAsync(study, Assembly.GetCallingAssembly(), challenge, output, cancellation);

    /// <summary>Searches in the process of the tests, and fails when nothing is as good as a target.</summary>
    /// <typeparam name="T">A <c>[SearchSpace]</c> type.</typeparam>
    /// <param name="target">The largest value that passes; the search ends when it is found.</param>
    /// <param name="objective">Evaluates one set of parameters; called from several threads at once where there are several workers.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <returns>What was found, and the files to attach to the result of the test.</returns>
    /// <exception cref="HypermaxAssertException">The search missed its target, or cannot be run as it is written.</exception>
    public static TestSearchResult FindsBelow<T>(double target, Func<T, double> objective, TestSearchOptions? options = null) =>
        Find(target, Direction.Minimize, objective, options);

    /// <inheritdoc cref="FindsBelow{T}(double, Func{T, double}, TestSearchOptions)"/>
    public static TestSearchResult FindsBelow<T>(double target, Func<T, TrialContext, double> objective, TestSearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Wait(() => FindAsync<T>(
            target, Direction.Minimize, objective.Method, (parameters, trial) => Task.FromResult(objective(parameters, trial)), options, default));
    }

    /// <inheritdoc cref="FindsBelow{T}(double, Func{T, double}, TestSearchOptions)"/>
    /// <param name="target">The value that passes at the least; the search ends when it is found.</param>
    /// <param name="objective">Evaluates one set of parameters; called from several threads at once where there are several workers.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellation">Ends the search early; the next run goes on.</param>
    public static Task<TestSearchResult> FindsBelowAsync<T>(
        double target,
        Func<T, TrialContext, Task<double>> objective,
        TestSearchOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return FindAsync(target, Direction.Minimize, objective.Method, objective, options, cancellation);
    }

    /// <summary>Searches in the process of the tests for the largest value, and fails when nothing is as good as a target.</summary>
    /// <typeparam name="T">A <c>[SearchSpace]</c> type.</typeparam>
    /// <param name="target">The smallest value that passes; the search ends when it is found.</param>
    /// <param name="objective">Evaluates one set of parameters; called from several threads at once where there are several workers.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <returns>What was found, and the files to attach to the result of the test.</returns>
    /// <exception cref="HypermaxAssertException">The search missed its target, or cannot be run as it is written.</exception>
    public static TestSearchResult FindsAbove<T>(double target, Func<T, double> objective, TestSearchOptions? options = null) =>
        Find(target, Direction.Maximize, objective, options);

    /// <inheritdoc cref="FindsAbove{T}(double, Func{T, double}, TestSearchOptions)"/>
    /// <param name="target">The value that passes at the least; the search ends when it is found.</param>
    /// <param name="objective">Evaluates one set of parameters; called from several threads at once where there are several workers.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellation">Ends the search early; the next run goes on.</param>
    public static Task<TestSearchResult> FindsAboveAsync<T>(
        double target,
        Func<T, TrialContext, Task<double>> objective,
        TestSearchOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return FindAsync(target, Direction.Maximize, objective.Method, objective, options, cancellation);
    }

    /// <summary>
    /// Searches twice from one seed, with one worker and with four, and fails when trials differ: then the search cannot be repeated, and so cannot be
    /// explained.
    /// </summary>
    /// <remarks>
    /// An objective repeats that takes all its randomness from <see cref="TrialContext.Random"/> or <see cref="TrialContext.Seed"/> and shares no state
    /// between trials.
    /// </remarks>
    /// <typeparam name="T">A <c>[SearchSpace]</c> type.</typeparam>
    /// <param name="objective">Evaluates one set of parameters; called from four threads at once.</param>
    /// <param name="options">How, or null for the defaults with 20 trials; workers and folder are not heeded.</param>
    /// <exception cref="HypermaxAssertException">A trial has another point or another value; the message names the first.</exception>
    public static void Repeatable<T>(Func<T, TrialContext, double> objective, TestSearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Assembly tests = objective.Method.Module.Assembly;
        Wait(() => RepeatAsync<T>(tests, (parameters, trial) => Task.FromResult(objective(parameters, trial)), options, CancellationToken.None));
    }

    /// <inheritdoc cref="Repeatable{T}(Func{T, TrialContext, double}, TestSearchOptions)"/>
    /// <param name="objective">Evaluates one set of parameters; called from several threads at once where there are several workers.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellation">Ends the searches early.</param>
    public static Task<bool> RepeatableAsync<T>(
        Func<T, TrialContext, Task<double>> objective,
        TestSearchOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RepeatAsync(objective.Method.Module.Assembly, objective, options, cancellation);
    }

    private static async Task<bool> RepeatAsync<T>(
        Assembly tests, Func<T, TrialContext, Task<double>> objective, TestSearchOptions? options, CancellationToken stop)
    {
        await RepeatedSearch.RequireAsync(SpaceOf.Require<T>(), tests, objective, options ?? new TestSearchOptions(), stop).ConfigureAwait(false);
        return true;
    }

    private static Task<TunedVerdict> CheckAsync(string study, Assembly tests, TunedCheck? check, Action<string>? output, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(study);
        return RunningTest.RunAsync(
            new RunningTest($"{study} (tuned values)", tests, position: null, output ?? (static _ => { })),
            test => TunedTest.RunAsync(DeclaredObjectives.Find(study, tests), check ?? new TunedCheck(), test, stop));
    }

    private static Task<ChallengeVerdict> ChallengeAsync(
        string study,
        Assembly tests,
        TunedChallenge? challenge,
        Action<string>? output,
        CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(study);
        return RunningTest.RunAsync(
            new RunningTest($"{study} (challenge)", tests, position: null, output ?? (static _ => { })),
            test => ChallengeTest.RunAsync(DeclaredObjectives.Find(study, tests), challenge ?? new TunedChallenge(), test, stop));
    }

    private static TestSearchResult Find<T>(double target, Direction direction, Func<T, double> objective, TestSearchOptions? options)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Wait(() => FindAsync<T>(
            target, direction, objective.Method, (parameters, _) => Task.FromResult(objective(parameters)), options, CancellationToken.None));
    }

    // The method is the user's, whatever the objective wraps it in.
    private static Task<TestSearchResult> FindAsync<T>(
        double target,
        Direction direction,
        MethodInfo method,
        Func<T, TrialContext, Task<double>> objective,
        TestSearchOptions? given,
        CancellationToken stop)
    {
        SearchSpace<T> space = SpaceOf.Require<T>();
        TestSearchOptions options = given ?? new TestSearchOptions();
        string name = options.Name ?? space.Name;
        SearchedMethod searched = SearchedMethod.Of(method);
        return RunningTest.RunAsync(new RunningTest(name, searched.Assembly, position: null, options.Output ?? (static _ => { })), async test =>
        {
            SearchPlan plan = TestPlan.Read(
                name, space, searched.Assembly, violations => options.Settings(target, direction, violations), options.Folder, searched.Id);
            bool isAgain = searched.Take(name, plan.Options.Folder!);
            IExecutor executor = TestExecutors.InProcess((point, trial) => objective(space.Bind(point), trial), plan, test.Say);
            await using (executor.ConfigureAwait(false))
            {
                TestSearchResult result = await new TestSearch(plan, space, executor, test) { IsAgain = isAgain }.RunAsync(stop).ConfigureAwait(false);
                TargetRule.Require(result, plan);
                return result;
            }
        });
    }

    // On the pool, so that no context of a test framework waits for itself.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
