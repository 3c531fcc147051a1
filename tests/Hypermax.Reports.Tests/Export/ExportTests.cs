using System.Text;
using Hypermax.Export;
using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Export;

public sealed class ExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TrialLines_Forest_OneObjectATrial()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest(12);
        using MemoryStream stream = new();

        TrialLinesWriter.Write(
            stream,
            header,
            [
                trials[0] with
                {
                    Outcome = trials[0].Outcome! with { Reports = [new TrialReport(1, 0.5), new TrialReport(2, double.NaN)], Log = "logs/trial_0.txt" },
                },
                .. trials.Skip(1),
            ]);

        Golden.Verify(Encoding.UTF8.GetString(stream.ToArray()), "jsonl");
    }

    [Fact]
    public void Contribution_FlatSpace_HasItsFiles()
    {
        SearchSpace space = new("S", [new NumericParameter("layer.size", Law.Uniform, 1, 9), new CategoricalParameter("act", ["relu", "elu"])]);

        ReportOutcome outcome = ContributionWriter.Write(new StudyData(StudySamples.Header("Net", space), [StudySamples.Trial(0, 0.5, 3.5, 1)]), _folder);

        Assert.Empty(outcome.Failures);
        Assert.Equal(["results.csv", "search.json", "best.json", "correlations.csv", "metadata.json"], outcome.Written);
        Golden.Verify(string.Concat(outcome.Written.Select(file => $"== {file}\n{File.ReadAllText(Path.Combine(_folder, file))}\n")));
    }
}
