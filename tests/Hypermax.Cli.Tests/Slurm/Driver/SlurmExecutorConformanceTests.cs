using System.Globalization;
using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Execution.Slurm;
using Hypermax.Settings;
using Hypermax.Slurm;
using Hypermax.TestSupport;
using Hypermax.Workers;

namespace Hypermax.Tests.Slurm.Driver;

/// <summary>Trials that are jobs record what other executors record.</summary>
/// <remarks>On a cluster by name only, whose jobs are real processes that run 'hypermax slurm trial'.</remarks>
public sealed class SlurmExecutorConformanceTests : LimitedExecutorConformance, IDisposable
{
    private readonly FakeCluster _cluster = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hypermax-jobs-");

    protected override TimeSpan Patience => TimeSpan.FromMinutes(5);

    public void Dispose()
    {
        _cluster.Dispose();
        _folder.Delete(recursive: true);
    }

    protected override async Task<IExecutor> CreateAsync(ExecutorSetup setup)
    {
        SlurmSpec spec = new()
        {
            Folder = _folder.FullName, Program = ["dotnet", typeof(SharedWork).Assembly.Location, "slurm", TrialVerb.Name], Bin = _cluster.Bin,
            Poll = TimeSpan.FromSeconds(0.3), Limits = setup.Limits,
        };
        new NodePlan { Settings = SettingsOf(setup) }.Write(spec.Folder);
        return await SlurmExecutor.CreateAsync(spec);
    }

    private static SettingSet SettingsOf(ExecutorSetup setup)
    {
        Violations found = new();
        SettingSet settings = SettingReader.Read(
            SettingSource.RunOption,
            [
                new("HypertuneCommand", string.Join(' ', setup.Arguments.Prepend(setup.FileName))),
                new("HypertuneTrialGraceSeconds", Text(setup.Limits.Grace.TotalSeconds)),
                new("HypertuneTrialSeconds", Text(setup.Limits.WallTime?.TotalSeconds)),
                new("HypertuneKillLoss", Text(setup.Limits.KillLoss)),
            ],
            found);
        Assert.Empty(found.Sentences);
        return settings;
    }

    private static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
