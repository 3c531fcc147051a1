using System.Globalization;
using Hypermax.Build.Settings;

namespace Hypermax.Build.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Read_NothingSet_LeavesEverythingToTheAttribute()
    {
        SettingsReader reader = new(new Dictionary<string, string> { ["HypertuneTrials"] = " " });

        SearchSettings settings = reader.Read();

        Assert.Empty(reader.Problems);
        Assert.Equal("*", settings.Study);
        Assert.Null(settings.Trials);
        Assert.Null(settings.Timeout);
        Assert.Null(settings.Seed);
        Assert.Null(settings.Target);
        Assert.Null(settings.Patience);
        Assert.Null(settings.StopAtNoise);
        Assert.Null(settings.IsArrivalOrder);
        Assert.Equal(SpaceChange.Fail, settings.SpaceChange);
        Assert.False(settings.Force);
    }

    [Fact]
    public void Read_EverythingSet_ReadsEverything()
    {
        SettingsReader reader = new(new Dictionary<string, string>
        {
            ["HypertuneStudy"] = "Train*",
            ["HypertuneTrials"] = "500",
            ["HypertuneTimeout"] = "1.5h",
            ["HypertuneSeed"] = "9000000000",
            ["HypertuneMethod"] = "TPE",
            ["HypertuneWorkers"] = "4",
            ["HypertuneTarget"] = "-1.5e-3",
            ["HypertunePatience"] = "0",
            ["HypertuneStopAtNoise"] = "true",
            ["HypertuneOrder"] = "Arrival",
            ["HypertuneLag"] = "8",
            ["HypertuneWarmStart"] = "../old",
            ["HypertuneGuidance"] = "guidance.json",
            ["HypertuneFailOn"] = "value>0.05; failures >= 10%",
            ["HypertuneSpaceChange"] = "Migrate",
            ["HypertuneForce"] = "True",
            ["HypertuneRepeat"] = "0",
        });

        SearchSettings settings = reader.Read();

        Assert.Empty(reader.Problems);
        Assert.Equal("Train*", settings.Study);
        Assert.Equal(500, settings.Trials);
        Assert.Equal(TimeSpan.FromMinutes(90), settings.Timeout);
        Assert.Equal(9_000_000_000, settings.Seed);
        Assert.Equal("tpe", settings.Method);
        Assert.Equal(4, settings.Workers);
        Assert.Equal(-1.5e-3, settings.Target);
        Assert.Equal(0, settings.Patience);
        Assert.True(settings.StopAtNoise);
        Assert.True(settings.IsArrivalOrder);
        Assert.Equal(8, settings.Lag);
        Assert.Equal("../old", settings.WarmStart);
        Assert.Equal("guidance.json", settings.Guidance);
        Assert.Equal(["value>0.05", "failures >= 10%"], settings.FailOn.Select(rule => rule.Text));
        Assert.Equal(SpaceChange.Migrate, settings.SpaceChange);
        Assert.True(settings.Force);
        Assert.Equal(0, settings.Repeat);
    }

    [Theory]
    [InlineData("HypertuneTrials", "0")]
    [InlineData("HypertuneTarget", "0,05")]
    [InlineData("HypertuneTarget", "NaN")]
    [InlineData("HypertuneTarget", "Infinity")]
    [InlineData("HypertunePatience", "-1")]
    [InlineData("HypertuneLag", "0")]
    [InlineData("HypertuneStopAtNoise", "yes")]
    [InlineData("HypertuneOrder", "random")]
    [InlineData("HypertuneTrials", "-3")]
    [InlineData("HypertuneTrials", "1e3")]
    [InlineData("HypertuneTrials", "99999999999")]
    [InlineData("HypertuneWorkers", "0")]
    [InlineData("HypertuneSeed", "-1")]
    [InlineData("HypertuneTimeout", "soon")]
    [InlineData("HypertuneTimeout", "0")]
    [InlineData("HypertuneTimeout", "-00:01:00")]
    [InlineData("HypertuneTrialSeconds", "0")]
    [InlineData("HypertuneTrialSoftSeconds", "soon")]
    [InlineData("HypertuneTrialCpuSeconds", "-1")]
    [InlineData("HypertuneTrialSilenceSeconds", "1,5")]
    [InlineData("HypertuneTrialMemoryMegabytes", "2GB")]
    [InlineData("HypertuneTrialGpuMegabytes", "Infinity")]
    [InlineData("HypertuneTrialOutputMegabytes", "0")]
    [InlineData("HypertuneSystemMemoryPercent", "0")]
    [InlineData("HypertuneKillLoss", "NaN")]
    [InlineData("HypertuneRetries", "-1")]
    [InlineData("HypertuneTrialRepeats", "0")]
    [InlineData("HypertuneConfirmRepeats", "1")]
    [InlineData("HypertuneSlotCores", "0")]
    [InlineData("HypertuneFreshProcess", "1")]
    [InlineData("HypertuneFailOn", "value")]
    [InlineData("HypertuneSpaceChange", "maybe")]
    [InlineData("HypertuneObjectiveChange", "maybe")]
    [InlineData("HypertuneMethodChange", "maybe")]
    [InlineData("HypertuneForce", "yes")]
    [InlineData("HypertuneRepeat", "first")]
    public void Read_BrokenRule_NamesPropertyValueAndRemedy(string property, string value)
    {
        SettingsReader reader = new(new Dictionary<string, string> { [property] = value });

        reader.Read();

        string problem = Assert.Single(reader.Problems);
        Assert.StartsWith($"Property '{property}' ", problem, StringComparison.Ordinal);
        Assert.Contains($"it is '{value}'.", problem, StringComparison.Ordinal);
        Assert.Contains("Set ", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TrialSettings_ReadsEverything()
    {
        SettingsReader reader = new(new Dictionary<string, string>
        {
            ["HypertuneTrialSeconds"] = "2.5",
            ["HypertuneTrialCpuSeconds"] = "none",
            ["HypertuneTrialMemoryMegabytes"] = "300",
            ["HypertuneKillLoss"] = "None",
            ["HypertuneFreshProcess"] = "true",
            ["HypertuneRetries"] = "2",
            ["HypertuneRetryOn"] = "ProcessDied",
            ["HypertuneTrialRepeats"] = "3",
            ["HypertuneLoss"] = "value - accuracy",
            ["HypertuneGpus"] = "0, 2",
            ["HypertuneSlotCores"] = "4",
        });

        TrialSettings settings = reader.Read().Trial;

        Assert.Empty(reader.Problems);
        Assert.Equal((2.5, 0, 300), (settings.Seconds, settings.CpuSeconds, settings.MemoryMegabytes));
        Assert.Null(settings.SilenceSeconds);
        Assert.True(double.IsNaN(settings.KillLoss!.Value));
        Assert.True(settings.FreshProcess);
        Assert.Equal((2, "ProcessDied", 3), (settings.Retries, settings.RetryOn, settings.Repeats));
        Assert.Equal("value - accuracy", settings.Loss);
        Assert.Equal(["0", "2"], settings.Gpus);
        Assert.Equal(4, settings.SlotCores);
    }

    [Fact]
    public void Read_SeveralBrokenRules_TellsAll()
    {
        SettingsReader reader = new(new Dictionary<string, string> { ["HypertuneTrials"] = "0", ["HypertuneSeed"] = "x", ["HypertuneForce"] = "2" });

        reader.Read();

        Assert.Equal(3, reader.Problems.Count);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Read_OtherCulture_ReadsTheSame(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            SettingsReader reader = new(new Dictionary<string, string> { ["HypertuneTimeout"] = "1.5m", ["HypertuneFailOn"] = "FAILURES>0.5", ["HypertuneSpaceChange"] = "MIGRATE" });
            SearchSettings settings = reader.Read();

            Assert.Empty(reader.Problems);
            Assert.Equal(TimeSpan.FromSeconds(90), settings.Timeout);
            Assert.True(settings.FailOn[0].IsBroken(value: 0, failures: 1, trials: 0, finished: 1));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
