namespace Hypermax.Tests.Folder;

/// <summary>A folder with a finished study of a dozen trials: nested parameters, metrics, a failure with a log, and one trial that runs.</summary>
internal sealed class StudyFolder : IDisposable
{
    public static SearchSpace Space { get; } = new(
        "forest",
        [
            new NumericParameter("model.rate", Law.LogUniform, 1e-4, 1),
            new NumericParameter("model.depth", Law.Uniform, 1, 12, isInteger: true),
            new CategoricalParameter("kind", ["ada boost", "sgd"]),
            new NumericParameter("momentum", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
        ]);

    public StudyFolder(Direction direction = Direction.Minimize, int trials = 12)
    {
        using Study study = Study.Create(Space, new StudyOptions { Method = "random", Folder = Path, Name = "forest", Direction = direction });
        for (int i = 0; i < trials; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, i == 4 ? Failure() : Outcome(i));
        }

        if (trials > 4)
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "logs"));
            File.WriteAllText(System.IO.Path.Combine(Path, "logs", "trial_4.txt"), "epoch 1\n\u001b[31mepoch 2\u001b[0m\n10 %\r100 %\nout of memory\n");
            study.Ask();
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("hypermax-folder-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static TrialOutcome Outcome(int trial) => TrialOutcome.Of(Math.Abs(trial - 7) + 0.25) with
    {
        Metrics = new Dictionary<string, double> { ["accuracy"] = 1 - (0.01 * trial) },
    };

    private static TrialOutcome Failure() =>
        TrialOutcome.Fail(FailureKind.ProcessDied, "The program ended with exit code 3.") with { Log = "logs/trial_4.txt" };
}
