using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Hypermax.Pruning;
using Hypermax.Settings;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Settings;

public class PrunerOptionsTests
{
    public static TheoryData<string, string> Options
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string pruner in Pruners.Names)
            {
                foreach (OptionRow row in Pruners.OptionsOf(pruner).Where(row => !row.Name.Contains("NAME", StringComparison.Ordinal)))
                {
                    cases.Add(pruner, row.Name);
                }
            }

            return cases;
        }
    }

    [Fact]
    public void Names_AreThoseThatAllSurfacesUse() =>
        Assert.Equal(PrunerNames.All.Where(name => name != PrunerNames.None).Order(StringComparer.Ordinal), Pruners.Names);

    [Theory]
    [MemberData(nameof(Options))]
    public void Create_EveryOption_TakesItsDefaultAndRefusesNonsense(string pruner, string option)
    {
        OptionRow row = Pruners.OptionsOf(pruner).Single(row => row.Name == option);
        Dictionary<string, string> sound = pruner == "threshold" ? new(StringComparer.Ordinal) { ["upper"] = "1" } : [];

        if (double.TryParse(row.Default, CultureInfo.InvariantCulture, out _) || row.Name == "inner")
        {
            Assert.Equal(Pruners.Create(pruner, sound), Pruners.Create(pruner, new Dictionary<string, string>(sound) { [option] = row.Default }));
        }

        ArgumentException error = Assert.Throws<ArgumentException>(() => Pruners.Create(pruner, new Dictionary<string, string>(sound) { [option] = "-7x" }));
        Assert.Contains($"'{option}' must be {row.Rule}; it is '-7x'.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asha", "reducton", "'reducton' is no option of the pruner 'asha'. Did you mean 'reduction'?")]
    [InlineData("patient", "inner.warmupStep", "'inner.warmupStep' is no option of the pruner 'median'. Did you mean 'warmupSteps'?")]
    public void Create_UnknownOption_SaysWhatWasMeant(string pruner, string option, string expected) => Assert.Contains(
        expected,
        Assert.Throws<ArgumentException>(() => Pruners.Create(pruner, new Dictionary<string, string> { [option] = "1" })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("hyperband", "minResource=9 maxResource=9", "must be above MinResource, 9")]
    [InlineData("threshold", "", "'Lower' is missing, and so is Upper; without both nothing is ever stopped. Give one")]
    [InlineData("threshold", "lower=2 upper=1", "must not exceed Upper, 1")]
    public void Create_OptionsThatContradict_AreTold(string pruner, string options, string expected)
    {
        _ = new OptionsRule().TryRead(options, out IReadOnlyDictionary<string, string> given, out _);

        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Pruners.Create(pruner, given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_UnknownPruner_NamesTheNearest() =>
        Assert.Contains("Did you mean 'median'?", Assert.Throws<ArgumentException>(() => Pruners.Create("medain")).Message, StringComparison.Ordinal);

    [Fact]
    public void Study_OptionsInCodeThatBreakARule_AreToldByTheirName()
    {
        StudyOptions options = new() { Pruner = new PatientPruner { Inner = new AshaPruner { Reduction = 1 }, Patience = -1 } };

        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        string message = Assert.Throws<ArgumentException>(() => Study.Create(space, options)).Message;

        Assert.Contains("'Pruner.Inner.Reduction' must be", message, StringComparison.Ordinal);
        Assert.Contains("'Pruner.Patience' must be", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asha", "reduction=3 minResource=2", true, "")]
    [InlineData("none", "", true, "")]
    [InlineData(null, "reduction=3", false, "needs a pruner that it sets up. Give 'HypertunePruner' as well, or remove the options.")]
    [InlineData("asha", "reduction=1", true, "'reduction of HypertunePrunerOptions' must be")]
    public void Read_Settings_MakeThePruner(string? name, string given, bool hasPruner, string wrong)
    {
        Violations found = new();
        SettingSet settings = SettingReader.Read(
            SettingSource.Property,
            [.. name is null ? Array.Empty<KeyValuePair<string, string>>() : [new("HypertunePruner", name)], new("HypertunePrunerOptions", given)],
            found);

        StudyOptions options = StudyPlan.Read(settings, new SearchSpace("s", [new NumericParameter("x", Law.Uniform, 0, 1)]), found);

        Assert.Equal(hasPruner, options.Pruner is not null);
        Assert.Equal(wrong.Length == 0, found.Found.Count == 0);
        Assert.Contains(wrong, string.Join(' ', found.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_HasARowForEveryOption()
    {
        StringBuilder text = new();
        text.AppendLine("# Options of pruners");
        text.AppendLine();
        text.AppendLine("<!-- Written by PrunerOptionsTests from the ledgers beside the pruners; change it there. -->");
        text.AppendLine();
        text.AppendLine("""
            Given as `[Objective(Pruner = "asha", PrunerOptions = "reduction=3")]`, `"pruner": "asha", "prunerOptions": {"reduction": 3}` in the
            `settings` of a `search.json` or the header of `hypermax serve`, `-p:HypertunePruner=asha -p:HypertunePrunerOptions=reduction=3`,
            `HYPERTUNE_PRUNER`, or `hypermax run --pruner asha --pruner-option reduction=3`; in code as the records of the pruners. What a pruner
            does stands in [pruners](../algorithms/pruners.md), how objectives report in [pruning](pruning.md).

            """);
        foreach (string pruner in Pruners.Names)
        {
            OptionTables.Append(text, pruner, Pruners.OptionsOf(pruner));
        }

        Golden.VerifyFile(text.ToString(), At("docs/guide/pruner-options.md"));
    }

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
