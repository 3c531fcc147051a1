using System.Text;
using System.Text.Json;
using Hypermax.Serve;
using Hypermax.Settings;

namespace Hypermax.Tests.Serve;

public sealed class ServeDialogueTests : IDisposable
{
    private const string Header = """{"space":{"params":[{"name":"algo","type":"categorical","choices":["svm","net"]},{"name":"C","type":"floa"""
        + """t","when":{"algo":"svm"},"low":0.001,"high":1000,"log":true,"step":null},{"name":"units","type":"int","when":{"algo":"net"},"low":32,"high":96"""
        + ""","log":false,"step":16}]},"seed":1,"method":"tpe"}""";

    private readonly ServeDialogue _dialogue = new(SettingSet.Empty);

    public void Dispose() => _dialogue.Dispose();

    [Fact]
    public void Answer_Header_NoAnswer() => Assert.Null(_dialogue.Answer(Header));

    [Fact]
    public void Answer_AskAndTell_PointWithActiveParametersOnly()
    {
        _dialogue.Answer(Header);

        for (int id = 0; id < 30; id++)
        {
            using JsonDocument asked = JsonDocument.Parse(_dialogue.Answer("{\"ask\": 1}")!);
            JsonElement point = asked.RootElement.GetProperty("params");
            bool isNet = point.GetProperty("algo").GetString() == "net";

            Assert.Equal(id, asked.RootElement.GetProperty("id").GetInt32());
            Assert.Equal(isNet, point.TryGetProperty("units", out _));
            Assert.Equal(!isNet, point.TryGetProperty("C", out _));
            Assert.Equal("{\"ok\":true}", _dialogue.Answer($"{{\"tell\": {{\"id\": {id}, \"loss\": {(isNet ? 0.5 : 1.5)}}}}}"));
        }
    }

    [Fact]
    public void Answer_AskForFive_ListOfFiveTrials()
    {
        _dialogue.Answer(Header);
        using ServeDialogue other = new(SettingSet.Empty);
        other.Answer(Header);

        using JsonDocument asked = JsonDocument.Parse(_dialogue.Answer("{\"ask\":5,\"why\":true}")!);

        Assert.Equal(5, asked.RootElement.GetArrayLength());
        Assert.Equal([0, 1, 2, 3, 4], asked.RootElement.EnumerateArray().Select(trial => trial.GetProperty("id").GetInt32()));
        Assert.All(asked.RootElement.EnumerateArray(), trial => Assert.Equal(trial.GetRawText(), other.Answer("{\"ask\":1,\"why\":true}")));
    }

    [Fact]
    public void Answer_Report_SaysWhetherThePrunerWouldStopAndWhy()
    {
        _dialogue.Answer(Header.Replace("\"method\"", "\"pruner\":\"threshold\",\"prunerOptions\":{\"upper\":2},\"method\"", StringComparison.Ordinal));
        _dialogue.Answer("{\"ask\":1}");

        Assert.Equal("{\"prune\":false}", _dialogue.Answer("{\"report\":{\"id\":0,\"step\":1,\"value\":1}}"));
        Assert.Equal(
            "{\"prune\":true,\"why\":\"The pruner 'threshold' stopped the trial: 3 at step 2 is above 2.\"}",
            _dialogue.Answer("{\"report\":{\"id\":0,\"step\":2,\"value\":3}}")!.Replace("\\u0027", "'", StringComparison.Ordinal));
        Assert.Equal("{\"ok\":true}", _dialogue.Answer("{\"tell\":{\"id\":0,\"loss\":3,\"pruned\":true}}"));
        Assert.Equal("{\"id\":null}", _dialogue.Answer("{\"best\":1}"));
    }

    [Fact]
    public void Answer_Fidelity_TrialsBelowTheWholeBudgetAreNeverTheBest()
    {
        _dialogue.Answer(Header.Replace("\"method\"", "\"fidelity\":{\"min\":1,\"max\":81,\"eta\":3},\"method\"", StringComparison.Ordinal));
        _dialogue.Answer("{\"ask\":3}");

        _dialogue.Answer("{\"tell\":{\"id\":0,\"loss\":0.1,\"budget\":9}}");
        _dialogue.Answer("{\"tell\":{\"id\":1,\"loss\":0.5,\"budget\":81}}");
        _dialogue.Answer("{\"tell\":{\"id\":2,\"loss\":0.6}}");

        Assert.StartsWith("{\"id\":1,\"loss\":0.5,", _dialogue.Answer("{\"best\":1}"), StringComparison.Ordinal);
        string? beyond = _dialogue.Answer("{\"tell\":{\"id\":2,\"loss\":1,\"budget\":82}}");
        Assert.Contains("'budget' is 82; it must be a whole number from 1 to the budget of trial 2, 81", beyond, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_Schedule_GivesBudgetsAndContinuesTheBest()
    {
        _dialogue.Answer(Header.Replace("\"method\"", "\"schedule\":\"asha\",\"fidelity\":{\"max\":9},\"method\"", StringComparison.Ordinal));
        for (int id = 0; id < 3; id++)
        {
            Assert.EndsWith(",\"budget\":1}", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
            _dialogue.Answer($"{{\"tell\":{{\"id\":{id},\"loss\":0.{5 - id}}}}}");
        }

        Assert.EndsWith(",\"budget\":3,\"continues\":2}", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
        Assert.Equal("{\"id\":null}", _dialogue.Answer("{\"best\":1}"));
    }

    [Theory]
    [InlineData("3", "'3' is no option. It says ")]
    [InlineData("{\"min\":1}", "'max of fidelity' must be given. Say what budget a whole trial has")]
    [InlineData("{\"min\":5,\"max\":5}", "'max of fidelity' must be above 'min of fidelity' (5); it is '5'")]
    [InlineData("{\"min\":0,\"max\":5}", "'min of fidelity' must be a whole number, 1 or above")]
    [InlineData("{\"max\":5,\"eta\":1}", "'eta of fidelity' must be a number above 1; it is '1'")]
    [InlineData("{\"max\":\"five\"}", "'max of fidelity' must be a whole number")]
    public void Answer_BadFidelity_NamesTheKeyAndTheNextLineIsTheHeader(string fidelity, string error)
    {
        Assert.Contains(
            error, _dialogue.Answer(Header.Replace("\"method\"", $"\"fidelity\":{fidelity},\"method\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Null(_dialogue.Answer(Header));
    }

    [Fact]
    public void Answer_SpaceWithoutParameters_OnePointThenExhausted()
    {
        _dialogue.Answer("""{"space":{"params":[]}}""");

        Assert.Contains("\"params\":{}", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
        Assert.Contains("\"exhausted\":true", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_AskForMoreThanThereAre_ThoseThatAreLeftThenExhausted()
    {
        _dialogue.Answer("""{"space":{"params":[{"name":"n","type":"int","low":1,"high":3}]}}""");

        Assert.Equal(3, JsonDocument.Parse(_dialogue.Answer("{\"ask\":5}")!).RootElement.GetArrayLength());
        Assert.Contains("\"exhausted\":true", _dialogue.Answer("{\"ask\":5}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", 0)]
    [InlineData("auto", 1)]
    [InlineData("gp", 0)]
    [InlineData("gp", 1)]
    public void Answer_BestPlaceIsABound_FiftyDifferentPoints(string method, int bound)
    {
        _dialogue.Answer($$$"""{"space":{"params":[{"name":"x","type":"float","low":0,"high":1}]},"method":"{{{method}}}"}""");
        HashSet<double> points = [];
        for (int id = 0; id < 50; id++)
        {
            double x = JsonDocument.Parse(_dialogue.Answer("{\"ask\":1}")!).RootElement.GetProperty("params").GetProperty("x").GetDouble();
            points.Add(x);
            _dialogue.Answer(FormattableString.Invariant($"{{\"tell\":{{\"id\":{id},\"loss\":{Math.Abs(x - bound)}}}}}"));
        }

        Assert.Equal(50, points.Count);
        Assert.Contains(bound, points);
    }

    [Theory]
    [InlineData("""{"name":"x","type":"float","low":-1.7976931348623157e308,"high":1.7976931348623157e308}""", "the distance between them")]
    [InlineData("""{"name":"x","type":"int","low":0,"high":9223372036854775807}""", "2^53")]
    [InlineData("""{"name":"lr","type":"float","low":1e-5,"high":1,"log":"true"}""", "'params[0].log' is")]
    [InlineData("""{"name":"a","type":"float","low":1e-5,"high":1,"scale":"log"}""", "Did you mean 'log'?")]
    [InlineData("""{"name":"n","type":"int","low":0,"high":10,"q":5}""", "Did you mean 'step'?")]
    [InlineData("""{"name":"x","type":"float","min":0,"max":1}""", "Did you mean 'low'?")]
    public void Answer_HeaderWithUnsoundSpace_ErrorAndTheNextLineIsTheHeader(string parameter, string error)
    {
        string? answer = _dialogue.Answer("{\"space\":{\"params\":[" + parameter + "]}}");

        Assert.Contains(error, answer, StringComparison.Ordinal);
        Assert.Null(_dialogue.Answer(Header));
    }

    [Fact]
    public void Answer_SameSeedSameDialogue_SameAnswers()
    {
        using ServeDialogue other = new(SettingSet.Empty);
        _dialogue.Answer(Header);
        other.Answer(Header);

        for (int id = 0; id < 20; id++)
        {
            Assert.Equal(_dialogue.Answer("{\"ask\":1}"), other.Answer("{\"ask\":1}"));
            string tell = FormattableString.Invariant($"{{\"tell\":{{\"id\":{id},\"loss\":{id * 7 % 5}}}}}");
            Assert.Equal(_dialogue.Answer(tell), other.Answer(tell));
        }
    }

    [Theory]
    [InlineData("{\"ask\":", "line 2: position 8: not valid JSON")]
    [InlineData("[1]", "line 2: a request is a JSON object")]
    [InlineData("{\"ask\":0}", "'ask' is 0; it must be how many points to ask for")]
    [InlineData("{\"ask\":\"5\"}", "it must be how many points to ask for")]
    [InlineData("{\"ask\":1,\"wyh\":true}", "the request 'ask' has the key 'wyh'")]
    [InlineData("{\"ask\":1,\"best\":1}", "both 'ask' and 'best'")]
    [InlineData("{\"question\":1}",
        "line 2: the request has the keys 'question'; it must have one of 'ask', 'report', 'tell', 'enqueue', 'fix', 'free', 'add' or 'best'")]
    [InlineData("{\"tell\":{\"id\":9,\"loss\":1}}", "has no trial 9")]
    [InlineData("{\"tell\":{\"loss\":1}}", "'tell' has no whole number 'id'")]
    [InlineData("{\"report\":{\"id\":0}}", "'report' is an object with the whole numbers 'id' and 'step' and a 'value'")]
    [InlineData("{\"report\":{\"id\":0,\"step\":1}}", "'report' has no 'value'")]
    [InlineData("{\"report\":{\"id\":99,\"step\":1,\"value\":2}}", "has no trial 99")]
    [InlineData("{\"tell\":{\"id\":0}}", "'tell' has neither 'loss' nor 'failed'")]
    [InlineData("{\"tell\":{\"id\":0,\"loss\":\"high\"}}", "'loss' is \\\"high\\\"; it must be a number")]
    [InlineData("{\"enqueue\":{\"algo\":\"tree\"}}", "'algo' has the value \\\"tree\\\"")]
    [InlineData("{\"fix\":{\"Algo\":\"net\"}}", "'Algo' is no parameter of the space; did you mean 'algo'")]
    [InlineData("{\"fix\":{\"algo\":\"net\",\"units\":33}}", "'units'")]
    [InlineData("{\"free\":\"algo\"}", "'free' is an array")]
    [InlineData("{\"add\":{\"params\":{\"algo\":\"net\",\"units\":32}}}", "'add' has neither 'loss' nor 'failed'")]
    [InlineData("{\"enqueue\":{\"algo\":\"net\",\"units\":32,\"C\":1}}", "Parameter 'C' has the value 1 but does not exist where 'algo' is net. Leave it out")]
    [InlineData("{\"tell\":{\"id\":0,\"loss\":1,\"value\":1}}", "'loss' and 'value' are the same figure")]
    public void Answer_BadLine_ErrorAndTheStudyGoesOn(string line, string expected)
    {
        _dialogue.Answer(Header);

        string answer = _dialogue.Answer(line)!;

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.StartsWith("{\"error\":", answer, StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":0,", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_FixAndFree_HeldStillInBetween()
    {
        _dialogue.Answer(Header);

        Assert.Equal("{\"ok\":true}", _dialogue.Answer("{\"fix\":{\"algo\":\"net\"}}"));
        string[] held = [.. Enumerable.Range(0, 5).Select(_ => _dialogue.Answer("{\"ask\":1}")!)];
        string exhausted = _dialogue.Answer("{\"ask\":1}")!;
        _dialogue.Answer("{\"free\":[\"algo\"]}");
        string[] free = [.. Enumerable.Range(0, 15).Select(_ => _dialogue.Answer("{\"ask\":1}")!)];

        Assert.All(held, answer => Assert.Contains("\"params\":{\"algo\":\"net\",\"units\":", answer));
        Assert.Contains("\"exhausted\":true", exhausted);
        Assert.Contains(free, answer => answer.Contains("svm", StringComparison.Ordinal));
    }

    [Fact]
    public void Answer_Add_IsKnownAndNumbered()
    {
        _dialogue.Answer(Header);

        Assert.Equal("{\"ok\":true}", _dialogue.Answer("{\"add\":{\"params\":{\"algo\":\"net\",\"units\":64},\"loss\":-3}}"));

        Assert.Equal("{\"id\":0,\"loss\":-3,\"params\":{\"algo\":\"net\",\"units\":64}}", _dialogue.Answer("{\"best\":1}"));
        Assert.StartsWith("{\"id\":1,", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_Maximized_FiguresAreValues()
    {
        _dialogue.Answer(Header.Replace("\"seed\":1", "\"seed\":1,\"direction\":\"maximize\"", StringComparison.Ordinal));

        _dialogue.Answer("{\"ask\":1}");
        Assert.Contains("'loss' is a figure that is minimised, and this study is maximised", _dialogue.Answer("{\"tell\":{\"id\":0,\"loss\":1}}"));
        Assert.Equal("{\"ok\":true}", _dialogue.Answer("{\"tell\":{\"id\":0,\"value\":1}}"));
        Assert.Equal("{\"ok\":true}", _dialogue.Answer("{\"add\":{\"params\":{\"algo\":\"net\",\"units\":64},\"value\":3}}"));

        Assert.Equal("{\"id\":1,\"value\":3,\"params\":{\"algo\":\"net\",\"units\":64}}", _dialogue.Answer("{\"best\":1}"));
    }

    [Fact]
    public void Answer_ToldTwice_Error()
    {
        _dialogue.Answer(Header);
        _dialogue.Answer("{\"ask\":1}");
        _dialogue.Answer("{\"tell\":{\"id\":0,\"loss\":1}}");

        Assert.Contains("was told before", _dialogue.Answer("{\"tell\":{\"id\":0,\"loss\":2}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_UnknownMethod_NearestNameAndAnotherHeaderIsTaken()
    {
        string answer = _dialogue.Answer(Header.Replace("\"tpe\"", "\"tbe\"", StringComparison.Ordinal))!;

        Assert.Contains("Did you mean 'tpe'?", answer, StringComparison.Ordinal);
        Assert.Null(_dialogue.Answer(Header));
    }

    [Fact]
    public void Answer_FailedTrial_IsNeverTheBest()
    {
        _dialogue.Answer(Header);
        _dialogue.Answer("{\"ask\":1}");
        _dialogue.Answer("{\"ask\":1}");

        Assert.Equal("{\"ok\":true}", _dialogue.Answer("{\"tell\":{\"id\":1,\"failed\":\"out of memory\",\"loss\":-5}}"));
        Assert.Equal("{\"id\":null}", _dialogue.Answer("{\"best\":1}"));
        Assert.Equal("{\"ok\":true}", _dialogue.Answer("{\"tell\":{\"id\":0,\"loss\":null}}"));
        Assert.Equal("{\"id\":null}", _dialogue.Answer("{\"best\":1}"));
    }

    [Fact]
    public void Answer_FiniteSpaceUsedUp_SaysSo()
    {
        _dialogue.Answer("{\"space\":{\"params\":[{\"name\":\"x\",\"type\":\"int\",\"low\":1,\"high\":2}]}}");
        for (int id = 0; id < 2; id++)
        {
            _dialogue.Answer("{\"ask\":1}");
            _dialogue.Answer($"{{\"tell\":{{\"id\":{id},\"loss\":1}}}}");
        }

        Assert.StartsWith("{\"exhausted\":true,", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InputEndsInTheMiddleOfATrial_EndsWell()
    {
        using MemoryStream input = new(Encoding.UTF8.GetBytes(Header + "\n{\"ask\":1}\n{\"tell\":{\"id\""));
        using MemoryStream output = new();

        int exitCode = ServeCommand.Run(SettingSet.Empty, input, output);

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, exitCode);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("{\"id\":0,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"error\":\"line 3: position", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",\"direction\":\"maximize\"", "direction is recorded as minimize, but maximize is asked for")]
    [InlineData(",\"seed\":5", "seed is recorded as 0, but 5 is asked for")]
    [InlineData(",\"name\":\"other\"", "name is recorded as ")]
    [InlineData(",\"direction\":\"maximize\",\"seed\":5,\"name\":\"other\"",
        "direction is recorded as minimize, but maximize is asked for; seed is recorded as 0, but 5 is asked for; name is recorded as ")]
    public void Answer_FolderOfAnotherStudy_OneRefusalWithTheDifferences(string other, string expected)
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-serve-").FullName;
        string Begin(string more) => "{\"space\":{\"params\":[{\"name\":\"x\",\"type\":\"float\",\"low\":0,\"high\":1}]},"
            + $"\"folder\":{JsonSerializer.Serialize(folder)},\"method\":\"random\"{more}}}";
        try
        {
            using (ServeDialogue first = new(SettingSet.Empty))
            {
                Assert.Null(first.Answer(Begin(string.Empty)));
                first.Answer("{\"ask\":1}");
                first.Answer("{\"tell\":{\"id\":0,\"loss\":0.2}}");
            }

            using ServeDialogue second = new(SettingSet.Empty);
            string answer = second.Answer(Begin(other))!;

            Assert.Contains("\"error\"", answer, StringComparison.Ordinal);
            using JsonDocument document = JsonDocument.Parse(answer);
            Assert.Contains(expected, document.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Answer_FolderWithoutAReadableJournal_AnErrorAndNoCrash()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-serve-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "journal.jsonl"), "<<<<<<< HEAD\n");

            string answer = _dialogue.Answer(
                $"{{\"space\":{{\"params\":[{{\"name\":\"x\",\"type\":\"float\",\"low\":0,\"high\":1}}]}},\"folder\":{JsonSerializer.Serialize(folder)}}}")!;

            Assert.Contains("merge conflict", answer, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Answer_HeaderWithOptions_AreThoseOfTheMethod()
    {
        using ServeDialogue grid = new(SettingSet.Empty);
        grid.Answer(Line(",\"method\":\"grid\",\"options\":{\"levels\":{\"x\":2}}"));
        grid.Answer("{\"ask\":1}");
        grid.Answer("{\"ask\":1}");
        Assert.Contains("exhausted", grid.Answer("{\"ask\":1}"), StringComparison.Ordinal);

        using ServeDialogue wrong = new(SettingSet.Empty);
        Assert.Contains("Did you mean 'levels'", wrong.Answer(Line(",\"method\":\"grid\",\"options\":{\"level\":2}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_HeaderWithSettings_AreHeeded()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-serve-").FullName;
        try
        {
            string table = Path.Combine(folder, "old.csv");
            File.WriteAllText(table, "x,loss\n0.5,7\n0.25,3\n");
            string guidance = Path.Combine(folder, "guidance.json");
            File.WriteAllText(guidance, """{"lockedParameters": [{"variable": "x", "value": 0.75}]}""");

            string files = $",\"warmStart\":{JsonSerializer.Serialize(table)},\"guidance\":{JsonSerializer.Serialize(guidance)}";
            Assert.Null(_dialogue.Answer(Line(files + ",\"method\":\"random\",\"seed\":null")));

            Assert.Contains("\"loss\":3", _dialogue.Answer("{\"best\":1}"), StringComparison.Ordinal);
            Assert.Contains("\"x\":0.75", _dialogue.Answer("{\"ask\":1}"), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Answer_EnvironmentOrCommandLine_CountsBeforeTheHeader()
    {
        Violations violations = new();
        SettingSet environment = SettingReader.ReadEnvironment(
            variable => variable switch { "HYPERTUNE_SEED" => "5", "HYPERTUNE_WORKERS" => "many", _ => null }, Surfaces.Serve, violations);
        using ServeDialogue five = new(environment);
        using ServeDialogue said = new(SettingSet.Empty);
        using ServeDialogue other = new(SettingSet.Empty);

        five.Answer(Line(",\"seed\":1,\"method\":\"random\""));
        said.Answer(Line(",\"seed\":5,\"method\":\"random\""));
        other.Answer(Line(",\"seed\":1,\"method\":\"random\""));

        Assert.Empty(violations.Sentences);
        string answer = said.Answer("{\"ask\":1}")!;
        Assert.Equal(answer, five.Answer("{\"ask\":1}"));
        Assert.NotEqual(answer, other.Answer("{\"ask\":1}"));
    }

    /// <summary>Every setting there is: it is heeded, or refused with what to do instead; none is taken and dropped.</summary>
    [Fact]
    public void Answer_EverySettingOfTheLedger_IsHeededOrRefusedWithARemedy()
    {
        // Objectives and constraints have keys of their own here: docs/formats/ask-tell.md.
        Assert.All(Ledger.All.Where(setting => setting.Key is not ("objectives" or "constraints")), setting =>
        {
            using ServeDialogue dialogue = new(SettingSet.Empty);
            string? answer = dialogue.Answer(Line($",\"{setting.Key}\":{JsonSerializer.Serialize(setting.Example.Trim('"'))}"));

            if (!setting.Surfaces.HasFlag(Surfaces.Serve) && setting.Key is not ("name" or "objectives" or "constraints"))
            {
                using JsonDocument document = JsonDocument.Parse(answer!);
                Assert.Equal(
                    $"line 1: '{setting.Key}' of the header says {setting.Meaning}, which cannot be said here. "
                    + "Trials run in the program that asks for them; leave it out, and see to it there.",
                    document.RootElement.GetProperty("error").GetString());
            }
            else if (answer is not null)
            {
                Assert.DoesNotContain("cannot be said here", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("is no setting", answer, StringComparison.Ordinal);
            }
        });
    }

    [Theory]
    [InlineData(",\"seed\":1.5", "'seed' of the header must be a whole number")]
    [InlineData(",\"metod\":\"tpe\"", "'metod' of the header is no setting of a search. Did you mean 'method'?")]
    [InlineData(",\"warmStart\":\"no/such\"", "'warmStart' of the header names 'no/such', which does not exist")]
    [InlineData(",\"options\":5", "'options' is 5; it must be an object")]
    public void Answer_HeaderThatIsWrong_SaysWhat(string more, string expected)
    {
        using JsonDocument document = JsonDocument.Parse(_dialogue.Answer(Line(more))!);

        Assert.Contains(expected, document.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private static string Line(string more) => $"{{\"space\":{{\"params\":[{{\"name\":\"x\",\"type\":\"float\",\"low\":0,\"high\":1}}]}}{more}}}";
}
