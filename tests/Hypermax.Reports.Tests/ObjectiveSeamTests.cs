using System.Text;
using Hypermax.Analysis;
using Hypermax.Analysis.Findings;
using Hypermax.Charts;
using Hypermax.Charts.Kinds;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Storage;

namespace Hypermax.Tests;

/// <summary>Studies whose objective changed between two trials.</summary>
public sealed class ObjectiveSeamTests
{
    private static readonly StudyHeader Header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]));

    [Fact]
    public void Find_BestIsOfTheOldCode_SaysSoWithTheTrial()
    {
        Finding finding = Assert.Single(Find(Trials(apart: false)));

        Assert.Contains("from trial 3 on", finding.Statement);
        Assert.Contains("The best, trial 0,", finding.Evidence);
        Assert.NotNull(finding.Suggestion);
    }

    [Fact]
    public void Find_OldTrialsSetApart_TheBestIsOfTheNewCode()
    {
        TrialRecord[] trials = Trials(apart: true);

        Finding finding = Assert.Single(Find(trials));

        Assert.Contains("3 trials of the code before are set apart", finding.Evidence);
        Assert.Null(finding.Suggestion);
        Assert.Equal(3, new StudyData(Header, trials).Best!.Number);
        Assert.Equal(3, new StudyData(Header, trials).BestTrials(1)[0].Number);
    }

    [Fact]
    public void Find_NobodyKnowsTheCodeOrItIsTheSame_NothingToSay()
    {
        Assert.Empty(Find([.. Trials(apart: false).Select(trial => trial with { Objective = null })]));
        Assert.Empty(Find([.. Trials(apart: false).Select(trial => trial with { Objective = "a" })]));
        Assert.Empty(Find([.. Trials(apart: false).Select(trial => trial with { Objective = trial.Number < 3 ? null : "a" })]));
    }

    [Fact]
    public void History_Seam_IsMarkedBetweenTheTrials()
    {
        Chart chart = HistoryChart.Create(new StudyData(Header, Trials(apart: false)));

        RuleLayer rule = Assert.Single(chart.Spec.Layers.OfType<RuleLayer>());
        Assert.Equal((2.5, true), (rule.Value, rule.IsVertical));
    }

    [Fact]
    public void Csv_Seam_HasAColumnThatTellsTheCode()
    {
        Assert.StartsWith("trial,status,loss,time,log,error,objective,x\n0,ok,0,", Csv(Trials(apart: false)), StringComparison.Ordinal);
        Assert.StartsWith("trial,status,loss,time,log,error,x\n", Csv([.. Trials(apart: false).Take(3)]), StringComparison.Ordinal);
    }

    private static TrialRecord[] Trials(bool apart) =>
    [
        .. Enumerable.Range(0, 6).Select(
            i => StudySamples.Trial(i, i < 3 ? i : 100 + i, i / 6d) with { Objective = i < 3 ? "a" : "b", IsSetApart = apart && i < 3 }),
    ];

    private static Finding[] Find(TrialRecord[] trials) =>
        [.. StudyFindings.Find(new StudyAnalysis(new StudyData(Header, trials))).Where(finding => finding.Kind == FindingKind.ObjectiveChanged)];

    private static string Csv(TrialRecord[] trials)
    {
        using MemoryStream stream = new();
        ResultsCsvWriter.Write(stream, Header, trials);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
