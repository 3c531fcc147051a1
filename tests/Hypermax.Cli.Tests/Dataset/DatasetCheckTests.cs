using System.Text.Json;
using Hypermax.Dataset.Judging;

namespace Hypermax.Tests.Dataset;

public sealed class DatasetCheckTests : IDisposable
{
    private readonly MadeDataset _set = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _set.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void Check_TheProtocol_IsFitAndItsStagesAreSeen()
    {
        Protocol().Save().Write("metadata.json", """{"author": "A", "contact": "a@b.example", "description": "made"}""");

        Assert.Equal(ExitCodes.Done, Check(isJson: true));

        JsonElement said = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.True(said.GetProperty("fit").GetBoolean());
        Assert.Equal(3350, said.GetProperty("rows").GetInt32());
        Assert.False(said.GetProperty("saysStages").GetBoolean());
        Assert.Equal(
            ["0 random ", "1200 random net.rate,width", "2300 random net.rate,width", "3200 optimiser net.rate,width,depth"],
            said.GetProperty("stages").EnumerateArray().Select(stage =>
                $"{50 * (int)Math.Round(stage.GetProperty("first").GetInt32() / 50.0)} {(stage.GetProperty("random").GetBoolean() ? "random" : "optimiser")} "
                + string.Join(',', stage.GetProperty("narrowed").EnumerateArray())));
        Assert.Equal(
            ["note stages"],
            said.GetProperty("remarks").EnumerateArray()
                .Select(remark => $"{remark.GetProperty("level")} {remark.GetProperty("about")}")
                .Where(remark => !remark.StartsWith("good", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_AColumnOfStages_IsBelieved()
    {
        _set.Add(300).Add(100).Save(300);

        Check();

        Assert.Contains(
            "  stage 1: trials 0 to 299 (300), random over the full space\n  stage 2: trials 300 to 399 (100), random over",
            _output.ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("No column 'stage'", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("few rows", "rows: 40 rows for 4 parameters; too few")]
    [InlineData("times in milliseconds", "Times are seconds; as milliseconds these would be")]
    [InlineData("rows twice", "1000 rows repeat a point that was tried before. Their losses are the same: the objective is exact, or rows were copied")]
    [InlineData("mostly an optimiser", "0 of 1500 rows (0 %) are random")]
    [InlineData("another best.json", "best.json has the loss 0.001, the best row")]
    [InlineData("many failures", "50 % of the trials failed")]
    [InlineData("one loss for all", "Every trial has the same loss")]
    public void Check_WhatSpoilsASet_IsAProblem(string mistake, string expected)
    {
        Spoil(mistake);

        Assert.Equal(ExitCodes.Failed, Check());

        Assert.Contains(Lines("problem"), line => line.Contains(expected, StringComparison.Ordinal));
        Assert.Contains("Not fit yet: ", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("killed", "wall time 30, bad result 1. 30 of them have a penalty for their loss")]
    [InlineData("outside", "5 of 1205 rows were left out because they are no points of the space")]
    [InlineData("no metadata", "metadata.json does not say 'author', 'contact', 'description'")]
    [InlineData("numbers", "The column 'trial' has gaps or numbers twice")]
    [InlineData("no times", "replays tell trials, not hours")]
    public void Check_WhatIsWorthKnowing_IsANote(string matter, string expected)
    {
        _ = matter switch
        {
            "killed" => Repeat(30, "fail,10,100.2,,Model was automatically killed.,0.5,1,2,elu").AddRow("fail,,3,,Did not find result object,0.5,1,2,elu"),
            "outside" => Repeat(5, "ok,1,60,,,0.5,99,2,elu"),
            "numbers" => _set.Add(1200).Renumber(7, 8),
            "no times" => Repeat(1100, string.Empty),
            _ => _set.Add(1200),
        };
        _set.Save();

        Check();

        Assert.Contains(Lines("note"), line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_BestOfRepeatedPoints_MayBeTheMeanOfItsRows()
    {
        // The lowest row is a lucky one of another point.
        _set.Add(1200).AddRow("ok,-0.2,60,,,0.5,1,2,elu").AddRow("ok,-0.1,60,,,0.5,1,2,elu").AddRow("ok,-0.5,60,,,0.7,1,2,elu").Save();
        _set.Write("best.json", """{"loss": -0.15, "trial": 1200}""");

        Check();

        Assert.DoesNotContain("best.json", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoDataset_SaysWhatIsMissing()
    {
        Assert.Equal(ExitCodes.Usage, Check());
        Assert.Contains("has no results.csv, the trials, a row each. Name the folder of a data set", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Usage, DatasetCheckCommand.Run(Path.Combine(_set.Folder, "nowhere"), isJson: false, _output, _errors));
        Assert.Contains("There is no folder", _errors.ToString(), StringComparison.Ordinal);
    }

    private MadeDataset Protocol() => _set.Add(1200).Add(1100, 0.2, 0.7).Add(900, 0.3, 0.6).AddCherry(150);

    private MadeDataset Repeat(int count, string row)
    {
        _set.Add(row.Length > 0 ? 1200 : 0);
        for (int i = 0; i < count; i++)
        {
            _set.AddRow(row.Length > 0 ? row : FormattableString.Invariant($"ok,{0.5 + i},,,,{0.001 + (0.0001 * i)},5,2,elu"));
        }

        return _set;
    }

    private void Spoil(string mistake)
    {
        switch (mistake)
        {
            case "few rows": _set.Add(40).Save(); break;
            case "times in milliseconds":
                _set.Add(1200);
                Rows(1200, i => FormattableString.Invariant($"ok,{1 + (0.001 * i)},{3_600_000 + i},,,0.5,{0.008 * i},2,elu"));
                break;
            case "rows twice":
                _set.Add(500);
                Rows(1001, _ => "ok,0.7,60,,,0.5,1,2,elu");
                break;
            case "mostly an optimiser": _set.AddCherry(1500).Save(); break;
            case "another best.json": _set.Add(1200).Save().Write("best.json", """{"loss": 0.001, "trial": 3}"""); break;
            case "many failures":
                _set.Add(600);
                Rows(600, i => FormattableString.Invariant($"fail,,60,,ValueError: no,{0.001 + (0.001 * i)},{0.01 * i},{1 + (i % 5)},elu"));
                break;
            default: Rows(1200, i => FormattableString.Invariant($"ok,2,60,,,{0.0001 + (0.0008 * i)},{0.008 * i},{1 + (i % 5)},elu")); break;
        }
    }

    private void Rows(int count, Func<int, string> row)
    {
        for (int i = 0; i < count; i++)
        {
            _set.AddRow(row(i));
        }

        _set.Save();
    }

    private IEnumerable<string> Lines(string level) => _output.ToString().Split('\n').Where(line => line.StartsWith(level, StringComparison.Ordinal));

    private int Check(bool isJson = false) => DatasetCheckCommand.Run(_set.Folder, isJson, _output, _errors);
}
