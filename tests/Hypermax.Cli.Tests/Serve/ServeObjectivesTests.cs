using System.Globalization;
using System.Text.Json;
using Hypermax.Serve;
using Hypermax.Settings;

namespace Hypermax.Tests.Serve;

/// <summary>Several objectives and constraints over the protocol.</summary>
public sealed class ServeObjectivesTests : IDisposable
{
    private const string Space = "\"space\":{\"params\":[{\"name\":\"x\",\"type\":\"float\",\"low\":0,\"high\":1}]}";
    private const string Objectives = "\"objectives\":[{\"name\":\"cost\",\"direction\":\"minimize\"},{\"name\":\"nines\",\"direction\":\"maximize\"}]";

    private readonly ServeDialogue _dialogue = new(SettingSet.Empty);

    public void Dispose() => _dialogue.Dispose();

    [Theory]
    [InlineData("null")]
    [InlineData("\"gp\"")]
    [InlineData("\"tpe\"")]
    [InlineData("\"nsga2\"")]
    [InlineData("\"nsga3\"")]
    public void Answer_AskAndTell_TheFrontOfFeasibleTrials(string method)
    {
        Assert.Null(_dialogue.Answer($"{{{Space},\"method\":{method},{Objectives},\"constraints\":1}}"));

        for (int id = 0; id < 30; id++)
        {
            using JsonDocument asked = JsonDocument.Parse(_dialogue.Answer("{\"ask\":1}")!);
            double x = asked.RootElement.GetProperty("params").GetProperty("x").GetDouble();
            Assert.Equal("{\"ok\":true}", Tell(id, string.Create(CultureInfo.InvariantCulture, $"\"values\":[{x},{x}],\"constraints\":[{0.5 - x}]")));
        }

        using JsonDocument answer = JsonDocument.Parse(_dialogue.Answer("{\"best\":1}")!);
        JsonElement[] front = [.. answer.RootElement.GetProperty("front").EnumerateArray()];
        Assert.NotEmpty(front);
        Assert.All(front, trial => Assert.True(trial.GetProperty("values")[0].GetDouble() >= 0.5));
    }

    [Fact]
    public void Answer_NothingFeasible_AnEmptyFront()
    {
        _dialogue.Answer($"{{{Space},{Objectives},\"constraints\":[{{\"name\":\"p99\",\"atMost\":20}}]}}");
        _dialogue.Answer("{\"ask\":1}");
        Tell(0, "\"values\":[1,2],\"constraints\":[21]");

        Assert.Equal("{\"front\":[]}", _dialogue.Answer("{\"best\":1}"));
    }

    [Theory]
    [InlineData("\"values\":[1]", "'values' is [1]; it must be a list of 2 numbers, for 'cost', 'nines' in this order")]
    [InlineData("\"values\":[1,2,3],\"constraints\":[0]", "a list of 2 numbers")]
    [InlineData("\"values\":[1,2]", "no value for the constraint 'constraint 1'")]
    [InlineData("\"values\":[1,2],\"constraints\":[0,0]", "a list of 1 number, for 'constraint 1'")]
    [InlineData("\"values\":[1,true],\"constraints\":[0]", "'values' has true for 'nines'")]
    [InlineData("\"loss\":1,\"constraints\":[0]", "'loss' is the figure of one objective, and the study has several")]
    public void Answer_TellThatDoesNotFit_AnErrorAndTheTrialRunsOn(string body, string sentence)
    {
        _dialogue.Answer($"{{{Space},{Objectives},\"constraints\":1}}");
        _dialogue.Answer("{\"ask\":1}");

        Assert.Contains(sentence, Error(Tell(0, body)));
        Assert.Equal("{\"ok\":true}", Tell(0, "\"values\":[1,2],\"constraints\":[0]"));
    }

    [Fact]
    public void Answer_NullAmongTheValues_AFailedTrial()
    {
        _dialogue.Answer($"{{{Space},{Objectives}}}");
        _dialogue.Answer("{\"ask\":1}");

        Assert.Equal("{\"ok\":true}", Tell(0, "\"values\":[1,null]"));
        Assert.Equal("{\"front\":[]}", _dialogue.Answer("{\"best\":1}"));
    }

    [Theory]
    [InlineData("\"direction\":\"minimize\"," + Objectives, "both 'direction' and 'objectives'")]
    [InlineData("\"objectives\":[\"cost\"]", "it must be a list of objects")]
    [InlineData("\"objectives\":[{\"name\":\"cost\",\"direction\":\"down\"}]", "the 'direction' of an objective is 'down'")]
    [InlineData("\"objectives\":[{\"direction\":\"minimize\"}]", "one of the 'objectives' has no text 'name'")]
    [InlineData("\"constraints\":-1", "'constraints' is -1; it must be how many there are")]
    [InlineData("\"constraints\":[{\"name\":\"p99\"}]", "must have a finite bound")]
    [InlineData("\"method\":\"cmaes\"," + Objectives, "searches one objective, and the study has 2")]
    public void Answer_HeaderThatMakesNoSense_AnErrorAndTheNextLineIsTheHeader(string keys, string sentence)
    {
        Assert.Contains(sentence, Error(_dialogue.Answer($"{{{Space},{keys}}}")));
        Assert.Null(_dialogue.Answer($"{{{Space}}}"));
    }

    private static string Error(string? answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer!);
        return document.RootElement.GetProperty("error").GetString()!;
    }

    private string? Tell(int id, string body) => _dialogue.Answer(FormattableString.Invariant($"{{\"tell\":{{\"id\":{id},{body}}}}}"));
}
