using Hypermax.Execution.Limits;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Tests.Search;

public class SearchPlanTests
{
    private static readonly SearchSpace Space = new("One", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    private readonly Violations _violations = new();

    [Fact]
    public void Read_PropertiesOverTheAttribute_NoneSwitchesOff()
    {
        SettingSet attribute = SettingReader.Read(
            SettingSource.Attribute, [new("TrialSeconds", "5"), new("TrialCpuSeconds", "7"), new("KillLoss", "3"), new("Loss", "value")], _violations);
        SettingSet build = SettingReader.Read(
            SettingSource.Property,
            [new("HypertuneTrialSeconds", "2"), new("HypertuneKillLoss", "none"), new("HypertuneTrialCpuSeconds", "none"), new("HypertuneRetries", "1")],
            _violations);

        SearchPlan plan = SearchPlan.Read("Train", "folder", Space, build.Over(attribute), _violations);

        Assert.Empty(_violations.Sentences);
        Assert.Equal(TimeSpan.FromSeconds(2), plan.Limits.WallTime);
        Assert.Null(plan.Limits.CpuTime);
        Assert.Null(plan.Limits.KillLoss);
        Assert.Equal(1, plan.Options.Retry.Times);
        Assert.NotNull(plan.Options.Loss);
    }

    [Theory]
    [InlineData("HypertuneTrialSilenceSeconds=2",
        "'HypertuneTrialSilenceSeconds' must be below 'TrialSeconds' (1 s), or silence could never end a trial; it is '2 s'.", "TrialSeconds=1")]
    [InlineData("HypertuneTrialSoftSeconds=2", "'HypertuneTrialSoftSeconds' must be below 'TrialSeconds' (1 s)", "TrialSeconds=1")]
    [InlineData("HypertuneTrialSeconds=none", "'KillLoss' needs a limit", "TrialSeconds=1 KillLoss=4")]
    [InlineData("HypertuneTrialRepeats=7 HypertuneConfirmLeaders=2",
        "'HypertuneConfirmRepeats' must be above 'HypertuneTrialRepeats' (7), or nothing would be confirmed; it is '5'.")]
    [InlineData("HypertuneRetries=1 HypertuneRetryOn=Sleeping", "Property 'HypertuneRetryOn' says which failures are worth another try")]
    [InlineData("HypertuneLoss=value-", "Property 'HypertuneLoss' says what the search minimises")]
    [InlineData("HypertuneGuidance=no/such.json", "Property 'HypertuneGuidance' says which file names the parameters")]
    public void Read_SettingsWithoutSense_AreToldInTheNamesThatWereWritten(string properties, string expected, string attribute = "")
    {
        SettingSet settings = Read(SettingSource.Property, properties).Over(Read(SettingSource.Attribute, attribute));
        Assert.Empty(_violations.Sentences);

        SearchPlan.Read("Train", "folder", Space, settings, _violations);

        Assert.Contains(expected, Assert.Single(_violations.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Resources_AreHandedToSlots()
    {
        Func<int, IReadOnlyDictionary<string, string?>> slots = ExecutorSettings.Programs(
            SettingReader.Read(SettingSource.Json, [new("gpus", "3 5"), new("slotCores", "1")], _violations), TrialLimits.None).SlotEnvironment!;

        Assert.Equal("5", slots(1)["CUDA_VISIBLE_DEVICES"]);
        Assert.Equal("1", slots(0)["OMP_NUM_THREADS"]);
    }

    private SettingSet Read(SettingSource source, string settings) => SettingReader.Read(
        source,
        settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            setting => new KeyValuePair<string, string>(setting.Split('=')[0], setting.Split('=')[1])),
        _violations);
}
