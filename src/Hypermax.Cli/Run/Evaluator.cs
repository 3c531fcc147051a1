using Hypermax.Brokers;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.PythonFunction;
using Hypermax.Execution.Remote;
using Hypermax.Fingerprints;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Slurm;

namespace Hypermax.Run;

/// <summary>What evaluates points: a program, a Python function, or a program on other machines.</summary>
/// <param name="Fingerprint">What decides the loss, as far as files on this machine tell; null where they do not.</param>
/// <param name="StartAsync">Makes the executor, after checking all that can be checked without a trial.</param>
internal sealed record Evaluator(string? Fingerprint, Func<CancellationToken, Task<IExecutor>> StartAsync)
{
    /// <summary>Reads what the settings name.</summary>
    /// <param name="plan">How it is searched.</param>
    /// <param name="space">The space.</param>
    /// <param name="violations">Takes what is wrong.</param>
    /// <returns>Null where neither or both are named.</returns>
    /// <exception cref="FormatException">The command is empty or a quote is not closed.</exception>
    public static Evaluator? Read(SearchPlan plan, SearchSpace space, Violations violations)
    {
        SettingSet settings = plan.Settings;
        TrialJobs.Check(plan, violations);
        BrokerTrials.Check(settings, violations);
        CommandOptions how = ExecutorSettings.Programs(settings, plan.Limits);
        string folder = settings.Text(ProgramSettings.WorkingDirectory) ?? Directory.GetCurrentDirectory();
        switch (settings.Text(ProgramSettings.Command), settings.Text(ProgramSettings.Python))
        {
            case ({ } command, null) when settings.List(ProgramSettings.Hosts).Count > 0:
                RemoteSpec remote = ExecutorSettings.Remote(settings, command, violations);
                return new(
                    CommandFingerprint.OfCommand(CommandSpec.Parse(command), folder),
                    async stop => await RemoteExecutor.CreateAsync(remote, space, how, stop).ConfigureAwait(false));

            case ({ } command, null):
                CommandSpec spec = ExecutorSettings.Command(settings, command, violations);
                return new(CommandFingerprint.OfCommand(spec, folder), _ => Task.FromResult<IExecutor>(new CommandExecutor(spec, space, how)));

            case (null, { } name):
                RefuseHosts(settings, violations);
                PythonFunctionSpec function = ExecutorSettings.Function(settings, name, violations);
                return new(
                    CommandFingerprint.OfPython(function, folder),
                    async stop => await PythonFunctionExecutor.CreateAsync(function, space, how, stop).ConfigureAwait(false));

            case (null, null) when ExecutorSettings.AreMessages(settings):
                return new(Fingerprint: null, _ => throw new ExecutorException(
                    "A consumer runs trials, and its configuration names no function. Give it one, which the search itself does not need."));

            default:
                violations.Add(new Violation(
                    "Trials", "need either --command with a program or --python with a function, one of the two", Value: null, "Give for example --command "
                        + "\"./train --rate {rate}\"."));
                return null;
        }
    }

    private static void RefuseHosts(SettingSet settings, Violations violations)
    {
        if (settings.List(ProgramSettings.Hosts).Count > 0)
        {
            violations.Add(new Violation(
                settings.SubjectOf(ProgramSettings.Python), "runs on this machine only", Value: null, "For other machines write a script and use --command "
                    + "\"python3 script.py\" with --host."));
        }
    }
}
