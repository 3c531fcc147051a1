using System.Collections.Concurrent;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Slurm;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Execution.Slurm;

/// <summary>A cluster that behaves badly, and a small program that runs trials on it.</summary>
internal sealed class SlurmBed : IDisposable
{
    /// <summary>Ends as trials should, with the value 0.5.</summary>
    public const string Good = """
        echo "trained on $(uname -n)"
        touch "$1/begun_0"
        echo '{"state":"Complete","value":0.5}' > "$1/draft"
        mv "$1/draft" "$1/outcome.json"
        """;

    private static readonly SearchSpace Space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hypermax-jobs-");

    public FakeCluster Cluster { get; } = new();

    public ConcurrentQueue<string> Said { get; } = new();

    public string Jobs => Path.Combine(_folder.FullName, "jobs of trials");

    public string Study => Path.Combine(_folder.FullName, "study");

    public SlurmSpec Spec(string node = Good)
    {
        string program = Path.Combine(_folder.FullName, "node.sh");
        File.WriteAllText(program, node + "\n");
        return new SlurmSpec
        {
            Folder = Jobs, Program = ["sh", program], Study = "a study", Bin = Cluster.Bin, Poll = TimeSpan.FromSeconds(0.3), Say = Said.Enqueue,
            Limits = new TrialLimits { WallTime = TimeSpan.FromMinutes(5), KillLoss = 9 },
        };
    }

    public TrialJob Job(int number = 3, double x = 0.25, Func<TrialReport, bool>? reported = null) => new()
    {
        Number = number, Space = Space, Point = [x], Seed = 7 + number, StudyFolder = Study, Reported = reported,
    };

    public async Task<TrialOutcome> RunAsync(SlurmSpec spec, TrialJob? job = null)
    {
        await using SlurmExecutor executor = await SlurmExecutor.CreateAsync(spec);
        return await executor.RunAsync(job ?? Job(), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));
    }

    public void Dispose()
    {
        Cluster.Dispose();
        _folder.Delete(recursive: true);
    }
}
