using System.Globalization;
using Hypermax.Build.Protocol;
using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Results;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Challenging;

/// <summary>Challenges the tuned values of a study as a test.</summary>
internal static class ChallengeTest
{
    /// <summary>Runs the challenge.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="challenge">How.</param>
    /// <param name="test">The test; a warning is a line of its output.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="HypermaxAssertException">Something is better and that is a failure, or the challenge cannot be run as it is written.</exception>
    public static async Task<ChallengeVerdict> RunAsync(
        DeclaredObjective objective,
        TunedChallenge challenge,
        RunningTest test,
        CancellationToken stop)
    {
        challenge.Require(objective.Study);
        TunedRecord record = TunedRecord.Of(objective);
        SearchPlan plan = TestPlan.Read(objective.Study, objective.Descriptor.Space, test.Tests, violations => Given(challenge, objective, violations));
        (challenge with { Trials = plan.Options.Trials }).Require(objective.Study);
        string folder = Path.Combine(plan.Options.Folder!, "challenge");
        try
        {
            ChallengeFiles.Prepare(folder, objective.Study);
            IExecutor executor = await TestExecutors.OfAsync(objective, plan, test.Tests, test.Say, stop).ConfigureAwait(false);
            await using (executor.ConfigureAwait(false))
            {
                Challenger challenger = new(objective, record, challenge, plan, folder, test);
                return Judge(objective, challenge, await challenger.RunAsync(executor, stop).ConfigureAwait(false), test);
            }
        }
        catch (ExecutorException error)
        {
            throw new HypermaxAssertException($"The tuned values of '{objective.Study}' cannot be challenged: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HypermaxAssertException($"The challenge of '{objective.Study}' cannot be kept in '{folder}': {TrialText.FirstLine(error.Message)} Make "
                + $"the folder writable, or name another with {TestFolders.Variable}.", error);
        }
    }

    private static SettingSet Given(TunedChallenge challenge, DeclaredObjective objective, Violations violations) => SettingReader
        .Read(
            SettingSource.TestAttribute,
            [
                KeyValuePair.Create(StudySettings.Trials.AttributeName, challenge.Trials.ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create(StudySettings.Seed.AttributeName, challenge.Seed.ToString(CultureInfo.InvariantCulture)),
            ],
            violations)
        .Over(objective.Settings(violations));

    private static ChallengeVerdict Judge(DeclaredObjective objective, TunedChallenge challenge, ChallengeVerdict verdict, RunningTest test)
    {
        if (verdict.Better is not { } better)
        {
            test.Say($"{objective.Study}: {verdict}");
            return verdict;
        }

        string message = $"There are better values than the tuned ones of '{objective.Study}': {verdict}. They are in '{better.Files[0]}', the differences "
            + $"beside it. Commit that file in place of the old one, or tune again: {objective.Command}.";
        if (challenge.Fails)
        {
            throw new HypermaxAssertException(message) { Rule = BuildRules.TunedBeaten };
        }

        test.Say($"warning: {message}");
        test.Remark(BuildRules.TunedBeaten, message);
        return verdict;
    }
}
