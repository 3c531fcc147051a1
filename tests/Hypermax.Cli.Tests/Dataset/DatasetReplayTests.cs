using System.Text.Json;
using Hypermax.Dataset.Replay;

namespace Hypermax.Tests.Dataset;

public sealed class DatasetReplayTests : IDisposable
{
    private readonly MadeDataset _set = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Replay_ASmoothObjective_TellsTheBetterMethodAndHowSureItIs()
    {
        _set.Add(600).Save();

        JsonElement said = Replay("tpe,random", seeds: 5, trials: 60);

        Assert.InRange(said.GetProperty("accuracy").GetProperty(said.GetProperty("model").GetString()!).GetProperty("rank").GetDouble(), 0.7, 1);
        Assert.True(After(said, 0, "60") < After(said, 1, "60"), _output.ToString());
        JsonElement tenth = said.GetProperty("methods")[0].GetProperty("reaches")[0];
        Assert.InRange(tenth.GetProperty("trials").GetDouble(), 1, 60);

        // A trial takes 70 to 110 seconds.
        Assert.InRange(tenth.GetProperty("hours").GetDouble() * 3600 / tenth.GetProperty("trials").GetDouble(), 70, 110);
    }

    [Fact]
    public void Replay_Again_FindsTheSame()
    {
        _set.Add(200).Save();

        string first = Replay("random,evolution", seeds: 2, trials: 12).ToString();

        Assert.Equal(first, Replay("random,evolution", seeds: 2, trials: 12).ToString());
    }

    [Fact]
    public void Replay_WhereTheNearestTrialFailed_Fails()
    {
        _set.Add(30).AddRow("fail,,5,,ValueError: no,1,10,3,relu").Save();
        Hypermax.Dataset.DatasetFolder folder = Hypermax.Dataset.DatasetFolder.Read(_set.Folder, _errors);
        ReplayedObjective objective = new(folder.Study, SurrogateChoice.Measure(folder.Study, "nearest")[0].Fit(folder.Study));

        Assert.Equal((double.PositiveInfinity, 5), objective.Evaluate(folder.Study.Failed[0].Point));
        Assert.Equal(folder.Study.Losses[3], objective.Evaluate(folder.Study.Complete[3].Point).Loss, 6);
    }

    [Fact]
    public void Replay_InWords_HasAColumnForEachMark()
    {
        _set.Add(100).Save();

        Assert.Equal(ExitCodes.Done, Run("random", seeds: 1, trials: 30, "forest", isJson: false));

        Assert.Contains("model: forest (ranks 0.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(_output.ToString().Split('\n'), line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["method", "10", "25", "30"]);
        Assert.Contains("trials until as good as the best of the set", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tpr", 600, "tpe")]
    [InlineData("", 600, "names no method")]
    [InlineData("random", 10, "10 trials with a loss; 20 are the least")]
    public void Replay_WhatCannotBe_IsSaid(string methods, int rows, string expected)
    {
        _set.Add(rows).Save();

        Assert.Equal(ExitCodes.Usage, Run(methods, seeds: 1, trials: 5, "auto", isJson: true));

        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("--seeds", "0")]
    [InlineData("--trials", "-3")]
    [InlineData("--model", "trees")]
    public void Replay_OptionsThatMakeNoSense_AreOfUsage(string option, string value)
    {
        Assert.Equal(ExitCodes.Usage, Verbs.Run(["dataset", "replay", _set.Folder, option, value]));
    }

    private static double After(JsonElement said, int method, string trials) =>
        said.GetProperty("methods")[method].GetProperty("after").GetProperty(trials).GetDouble();

    private JsonElement Replay(string methods, int seeds, int trials)
    {
        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCodes.Done, Run(methods, seeds, trials, "auto", isJson: true));
        return JsonDocument.Parse(_output.ToString()).RootElement;
    }

    private int Run(string methods, int seeds, int trials, string model, bool isJson) => DatasetReplayCommand.Run(
        _set.Folder, methods.Split(',', StringSplitOptions.RemoveEmptyEntries), seeds, trials, model, isJson, _output, _errors, CancellationToken.None);
}
