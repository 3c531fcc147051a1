using System.Runtime.CompilerServices;
using System.Text;
using Hypermax.Sampling;
using Hypermax.Sampling.Tpe;
using Hypermax.Settings;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Settings;

public class MethodOptionsTests
{
    public static TheoryData<string, string> Options
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string method in Samplers.Names)
            {
                foreach (OptionRow row in Samplers.OptionsOf(method))
                {
                    cases.Add(method, row.Name);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Create_EveryOption_TakesItsDefaultAndRefusesNonsense(string method, string option)
    {
        OptionRow row = Samplers.OptionsOf(method).Single(row => row.Name == option);
        string name = option.Replace("NAME", "rate", StringComparison.Ordinal);

        if (row.Default is not ("follows the space" or "all values"))
        {
            Assert.Equal(method, Samplers.Create(method, Given(name, row.Default)).Name);
        }

        ArgumentException error = Assert.Throws<ArgumentException>(() => Samplers.Create(method, Given(name, "-7x")));
        Assert.Contains($"'{name}' must be {row.Rule}; it is '-7x'.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Write_EveryOption_IsReadAgain(string method, string option)
    {
        OptionRow row = Samplers.OptionsOf(method).Single(row => row.Name == option);
        string name = option.Replace("NAME", "rate", StringComparison.Ordinal);
        string other = row.Rule switch
        {
            "true or false" => row.Default == "true" ? "false" : "true",
            string rule when rule.StartsWith("one of", StringComparison.Ordinal) =>
                rule["one of ".Length..].Split(", ").First(word => word != row.Default && word != "expectedImprovement"),
            string rule when rule.Contains("whole", StringComparison.Ordinal) => row.Default == "30" ? "31" : "30",
            _ => "0.75",
        };
        other = name.EndsWith("meanRank", StringComparison.Ordinal) ? "3" : name.EndsWith("tournament", StringComparison.Ordinal) ? "3" : other;
        if (name.EndsWith("poolsChoices", StringComparison.Ordinal))
        {
            return;
        }

        string written = MethodOptions.Of(Samplers.Create(method, Given(name, other)))!;

        Assert.NotEmpty(written);
        Assert.Equal(written, MethodOptions.Of(Samplers.Create(method, MethodOptions.Read(written))));
        Assert.Empty(MethodOptions.Of(Samplers.Create(method))!);
    }

    [Theory]
    [InlineData("tpe", "gama", "'gama' is no option of the method 'tpe'. Did you mean 'gamma'?")]
    [InlineData("random", "levels", "'levels' is no option of the method 'random'. It has none.")]
    [InlineData("auto", "tpe.gama", "'tpe.gama' is no option of the method 'auto'. Did you mean 'tpe.gamma'?")]
    public void Create_UnknownOption_SaysWhatWasMeant(string method, string option, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Samplers.Create(method, Given(option, "1"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Create_SeveralThingsWrong_TellsAll()
    {
        Dictionary<string, string> given = new() { ["gamma"] = "0", ["candidates"] = "none", ["split"] = "3", ["nonsense"] = "1" };

        string message = Assert.Throws<ArgumentException>(() => Samplers.Create("tpe", given)).Message;

        Assert.All(
            ["'gamma' must be a number above 0; it is '0'", "'candidates' must", "'split' must be one of linear, squareRoot", "'nonsense' is no option"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Preset_CountsBeforeWhatIsGivenBesides()
    {
        Violations found = new();

        TpeOptions options = TpeLedger.Options.Read(
            TpeOptions.Default, new Dictionary<string, string> { ["Candidates"] = "7", ["preset"] = "Hyperopt", ["badWeights"] = "uniform" }, found);

        Assert.Empty(found.Sentences);
        Assert.Equal(TpeOptions.Hyperopt with { Candidates = 7, BadWeights = TpeWeights.Uniform }, options);
    }

    [Fact]
    public void Create_OptionsThatContradict_AreTold() =>
        Assert.Contains(
            "'PoolsChoices' must be false when IsJoint is true",
            Assert.Throws<ArgumentException>(() => Samplers.Create("tpe", Given("poolsChoices", "true"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Study_GridLevelsAsSettings_TriesThem()
    {
        SearchSpace space = new("Plane", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
        Violations found = new();
        SettingSet settings = SettingReader.Read(
            SettingSource.Property, [new("HypertuneMethod", "grid"), new("HypertuneMethodOptions", "levels=3 levels.y=2")], found);

        StudyOptions options = StudyPlan.Read(settings, space, found);

        Assert.Empty(found.Sentences);
        using Study study = Study.Create(space, options);
        int points = 0;
        while (study.Ask() is { } trial)
        {
            study.Tell(trial, 0);
            points++;
        }

        Assert.Equal(6, points);
    }

    [Fact]
    public void Guide_HasARowForEveryOption()
    {
        StringBuilder text = new();
        text.AppendLine("# Options of methods");
        text.AppendLine();
        text.AppendLine("<!-- Written by MethodOptionsTests from the ledgers beside the samplers; change it there. -->");
        text.AppendLine();
        text.AppendLine("""
            Given as `[Objective(Method = "grid", MethodOptions = "levels=5")]`, `"methodOptions": {"levels": 5}` in the `settings` of a
            `search.json`, `"options": {"levels": 5}` in the header of `hypermax serve`, `-p:HypertuneMethodOptions="levels=5 levels.rate=7"`,
            `HYPERTUNE_METHOD_OPTIONS`, or `hypermax run --method-option levels=5`; in code as the records of the samplers. Options given on one
            surface replace those of a lower one, all together. What an option does stands on the page of its method in `docs/algorithms`.

            """);
        foreach (string method in Samplers.Names.Where(method => Samplers.OptionsOf(method).Count > 0))
        {
            OptionTables.Append(text, method, Samplers.OptionsOf(method));
        }

        Golden.VerifyFile(text.ToString(), At("docs/guide/method-options.md"));
    }

    private static Dictionary<string, string> Given(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
