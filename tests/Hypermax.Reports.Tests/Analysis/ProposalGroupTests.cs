using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.Summary;

namespace Hypermax.Tests.Analysis;

public sealed class ProposalGroupTests
{
    [Fact]
    public void Of_StudyOfAuto_TellsWhatWasChosenWhenAndWhy()
    {
        SearchSpace space = new("Space", [new NumericParameter("X", Law.Uniform, 0, 1)]);
        using Study study = Study.Create(space, new StudyOptions { Trials = 40, Method = "auto", TryDefaults = false });
        for (int i = 0; i < 40; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, Math.Pow(trial.Point[0] - 0.3, 2));
        }

        IReadOnlyList<ProposalGroup> groups = ProposalGroup.Of(new StudyData(study.Header, study.Trials));

        Assert.Equal("auto/gp/startup", groups[0].Method);
        Assert.Equal(40, groups.Sum(group => group.Count));
        ProposalGroup model = groups.Single(group => group.Method == "auto/gp");
        Assert.Contains("the Gaussian process has ", model.Reason);
        Assert.InRange(model.Last, 20, 39);
        Assert.InRange(model.Count, 15, 35);
        Assert.StartsWith("auto/gp: ", model.ToString());
    }
}
