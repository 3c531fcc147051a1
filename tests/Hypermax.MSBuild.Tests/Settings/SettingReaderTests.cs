using System.Globalization;
using Hypermax.Settings;

namespace Hypermax.Build.Tests.Settings;

public sealed class SettingReaderTests
{
    private readonly Violations _violations = new();

    /// <summary>Every setting, on every surface on which it may be given.</summary>
    public static TheoryData<string, string> Everywhere
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (Setting setting in Ledger.All)
            {
                foreach ((string name, _) in Sources.Where(source => source.Value.Known.Contains(setting)))
                {
                    cases.Add(setting.Name, name);
                }
            }

            return cases;
        }
    }

    private static Dictionary<string, SettingSource> Sources { get; } = new()
    {
        ["attribute"] = SettingSource.Attribute,
        ["json"] = SettingSource.Json,
        ["property"] = SettingSource.Property,
        ["environment"] = SettingSource.Environment,
        ["tune"] = SettingSource.TuneOption,
        ["run"] = SettingSource.RunOption,
        ["shortcut"] = SettingSource.Shortcut,
        ["header"] = SettingSource.Header,
        ["serve"] = SettingSource.ServeOption,
    };

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Read_ExampleOfTheLedger_IsReadAndWrittenOnEverySurface(string name, string surface)
    {
        (Setting setting, SettingSource source) = Find(name, surface);

        SettingSet settings = Read(source, source.NameOf(setting), setting.Example.Trim('"'));

        Assert.Empty(_violations.Sentences);
        (Setting read, SettingValue given) = Assert.Single(settings.Given);
        Assert.Same(setting, read);
        Assert.Same(source, given.Source);
        string written = setting.Write(given.Value!);
        Assert.Equal(written, setting.Write(Assert.Single(Read(source, source.NameOf(setting), written).Given).Value.Value!));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Read_None_SwitchesOffOrIsRefusedOnEverySurface(string name, string surface)
    {
        (Setting setting, SettingSource source) = Find(name, surface);

        SettingSet settings = Read(source, source.NameOf(setting), "None");

        if (setting.CanBeNone)
        {
            Assert.Null(Assert.Single(settings.Given).Value.Value);
            Assert.Empty(_violations.Found);
        }
        else if (setting.ValueType != typeof(string) && setting.ValueType != typeof(IReadOnlyList<string>))
        {
            Assert.Empty(settings.Given);
            Assert.StartsWith(source.Subject(source.NameOf(setting)), Assert.Single(_violations.Sentences), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_OnEverySurface_AreUnique() => Assert.All(
        Sources.Values, source => Assert.Equal(source.Known.Count(), source.Known.Select(source.NameOf).Distinct(StringComparer.OrdinalIgnoreCase).Count()));

    [Theory]
    [InlineData("HypertuneTrials", "0")]
    [InlineData("HypertuneTarget", "0,05")]
    [InlineData("HypertuneTarget", "NaN")]
    [InlineData("HypertuneTarget", "Infinity")]
    [InlineData("HypertunePatience", "-1")]
    [InlineData("HypertuneLag", "0")]
    [InlineData("HypertuneStopAtNoise", "yes")]
    [InlineData("HypertuneOrder", "random")]
    [InlineData("HypertuneMethod", "tbe")]
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
    [InlineData("HypertuneForce", "yes")]
    [InlineData("HypertuneRepeat", "first")]
    [InlineData("HypertuneLive", "2")]
    public void Read_BrokenRule_NamesPropertyRuleValueAndRemedy(string property, string value)
    {
        Assert.Empty(Read(SettingSource.Property, property, value).Given);

        string problem = Assert.Single(_violations.Sentences);
        Assert.StartsWith($"Property '{property}' must be ", problem, StringComparison.Ordinal);
        Assert.Contains($"it is '{value}'.", problem, StringComparison.Ordinal);
        Assert.Contains($"Set for example -p:{property}=", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownName_SaysWhatWasMeant()
    {
        Read(SettingSource.RunOption, "HypertuneTrial", "5");

        Assert.Equal("Property 'HypertuneTrial' is no setting of a search. Did you mean 'HypertuneTrials'?", Assert.Single(_violations.Sentences));
    }

    [Theory]
    [InlineData("run", "HypertuneStudy", "which cannot be said here. It may be given as Property 'HypertuneStudy' or Environment variable 'HYPERTUNE_STUDY'.")]
    [InlineData("json", "name", "It may be given as 'Name' of [Objective].")]
    [InlineData("attribute", "Force", "It may be given as Setting 'force' or Property 'HypertuneForce' or Environment variable 'HYPERTUNE_FORCE'.")]
    [InlineData("header", "workers", "Trials run in the program that asks for them; leave it out, and see to it there.")]
    public void Read_SettingOfAnotherSurface_SaysWhereItMayBeGiven(string surface, string name, string expected)
    {
        Read(Sources[surface], name, "x");

        Assert.EndsWith(expected, Assert.Single(_violations.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ValuesAsPeopleWriteThem_AreRead()
    {
        SettingSet settings = SettingReader.Read(
            SettingSource.Property,
            [
                new("HypertuneSeed", "9000000000"), new("hypertunemethod", "TPE"), new("HypertuneOrder", " Arrival "), new("HypertuneTimeout", "1.5h"),
                new("HypertuneFailOn", "value>0.05; failures >= 10%"), new("HypertuneGpus", "0, 2"), new("HypertuneTrials", " "), new("HypertunePatience", "0"),
            ],
            _violations);

        Assert.Empty(_violations.Sentences);
        Assert.Equal(9_000_000_000, settings.Value(StudySettings.Seed));
        Assert.Equal(("tpe", "arrival"), (settings.Text(StudySettings.Method), settings.Text(StudySettings.Order)));
        Assert.Equal(TimeSpan.FromMinutes(90), settings.Value(StudySettings.Timeout));
        Assert.Equal(["value>0.05", "failures >= 10%"], settings.List(BuildSettings.FailOn).Select(rule => rule.Text));
        Assert.Equal(["0", "2"], settings.List(TrialSettings.Gpus));
        Assert.Null(settings.SourceOf(StudySettings.Trials));
        Assert.Equal((null, SettingSource.Property), (settings.Value(StudySettings.Patience), settings.SourceOf(StudySettings.Patience)));
    }

    [Fact]
    public void Over_LowerSet_CountsOnlyWhereNothingIsSaid()
    {
        SettingSet attribute = SettingReader.Read(
            SettingSource.Attribute, [new("TrialSeconds", "5"), new("TrialCpuSeconds", "7"), new("Trials", "9")], _violations);
        SettingSet build = SettingReader.Read(
            SettingSource.Property, [new("HypertuneTrialSeconds", "2"), new("HypertuneTrialCpuSeconds", "none")], _violations);

        SettingSet both = build.Over(attribute);

        Assert.Equal((2, null, 9), (both.Value(TrialSettings.TrialSeconds), both.Value(TrialSettings.TrialCpuSeconds), both.Value(StudySettings.Trials)));
        Assert.Equal("Property 'HypertuneTrialCpuSeconds'", both.SubjectOf(TrialSettings.TrialCpuSeconds));
        Assert.Equal("'Trials' of [Objective]", both.SubjectOf(StudySettings.Trials));
        Assert.Equal(5, attribute.Value(TrialSettings.TrialSeconds));
    }

    [Fact]
    public void ReadEnvironment_Variables_AreSpelledInCapitals()
    {
        Dictionary<string, string> variables = new() { ["HYPERTUNE_TRIAL_SECONDS"] = "2.5", ["HYPERTUNE_TRIALS"] = "x", ["HypertuneSeed"] = "3" };

        SettingSet settings = SettingReader.ReadEnvironment(variables.GetValueOrDefault, Surfaces.Property, _violations);

        Assert.Equal(2.5, settings.Value(TrialSettings.TrialSeconds));
        Assert.Null(settings.SourceOf(StudySettings.Seed));
        Assert.StartsWith("Environment variable 'HYPERTUNE_TRIALS' must be a whole number", Assert.Single(_violations.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralBrokenRules_TellsAll()
    {
        SettingReader.Read(SettingSource.Property, [new("HypertuneTrials", "0"), new("HypertuneSeed", "x"), new("HypertuneForce", "2")], _violations);

        Assert.Equal(3, _violations.Found.Count);
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
            SettingSet settings = SettingReader.Read(
                SettingSource.Property,
                [new("HypertuneTimeout", "1.5m"), new("HypertuneFailOn", "FAILURES>0.5"), new("HypertuneSpaceChange", "MIGRATE")],
                _violations);

            Assert.Empty(_violations.Sentences);
            Assert.Equal(TimeSpan.FromSeconds(90), settings.Value(StudySettings.Timeout));
            Assert.Equal("migrate", settings.Text(StudySettings.SpaceChange));
            Assert.True(settings.List(BuildSettings.FailOn)[0].IsBroken(new FailOnFacts(0, Failures: 1, Trials: 0, Finished: 1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (Setting Setting, SettingSource Source) Find(string name, string surface) =>
        (Ledger.All.Single(setting => setting.Name == name), Sources[surface]);

    private SettingSet Read(SettingSource source, string name, string value) => SettingReader.Read(source, [new(name, value)], _violations);
}
