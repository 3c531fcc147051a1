namespace Hypermax.Tests.Studies.Guiding;

/// <summary>Wishes about parameters that are told while a study runs.</summary>
public sealed class SteeringTests : IDisposable
{
    private static readonly SearchSpace Plane = new("plane", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-steering-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scramble_LearntParameter_IsDrawnFromItsWhole_UntilFreed()
    {
        using Study study = Study.Create(Plane, new StudyOptions { Method = "tpe", Trials = 200 });
        Run(study, 40, point => point[0] + point[1]);
        double[] learnt = [.. Run(study, 20, point => point[0] + point[1]).Select(point => point[0])];

        study.Scramble("x");
        double[] scrambled = [.. Run(study, 40, point => point[0] + point[1]).Select(point => point[0])];
        study.Free("x");
        double[] freed = [.. Run(study, 20, point => point[0] + point[1]).Select(point => point[0])];

        Assert.True(learnt.Average() < 0.3, $"learnt {learnt.Average()}");
        Assert.InRange(scrambled.Average(), 0.35, 0.65);
        Assert.True(freed.Average() < 0.3, $"freed {freed.Average()}");
    }

    [Fact]
    public void Relearn_GoodRegionMoved_GoesThereSooner()
    {
        double Late(bool relearns)
        {
            using Study study = Study.Create(Plane, new StudyOptions { Method = "tpe", Seed = 5, Trials = 70 });
            Run(study, 30, point => point[0]);
            if (relearns)
            {
                study.Relearn("x");
            }

            return Run(study, 40, point => 1 - point[0]).TakeLast(10).Average(point => point[0]);
        }

        Assert.True(Late(relearns: true) > Late(relearns: false), $"{Late(relearns: true)} against {Late(relearns: false)}");
    }

    [Fact]
    public void Wishes_AfterAResume_AreObeyedAsIfNothingHadHappened()
    {
        Point[] Points(bool resumes)
        {
            string folder = Path.Combine(_folder, resumes ? "resumed" : "straight");
            StudyOptions options = new() { Method = "tpe", Folder = folder, Trials = 40 };
            Study study = Study.Create(Plane, options);
            List<Point> points = [.. Run(study, 15, point => point[0] + point[1])];
            study.Scramble("x");
            study.Relearn("y");
            if (resumes)
            {
                study.Dispose();
                study = Study.Create(Plane, options);
            }

            points.AddRange(Run(study, 15, point => point[0] + point[1]));
            study.Dispose();
            return [.. points];
        }

        Assert.Equal(Points(resumes: false), Points(resumes: true));
    }

    [Fact]
    public void Fix_AfterScramble_TheLastWordCounts()
    {
        using Study study = Study.Create(Plane, new StudyOptions { Method = "random" });
        study.Scramble("x");
        study.Fix("x", 0.25);

        Assert.All(Run(study, 5, point => point[0]), point => Assert.Equal(0.25, point[0]));
    }

    [Theory]
    [InlineData("Scramble")]
    [InlineData("Relearn")]
    public void Wish_UnknownParameter_NamesTheNearest(string wish)
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });

        ArgumentException error = Assert.Throws<ArgumentException>(() => (wish == "Scramble" ? (Action<string>)study.Scramble : study.Relearn)("dept"));

        Assert.Contains("Did you mean 'depth'?", error.Message, StringComparison.Ordinal);
    }

    private static Point[] Run(Study study, int trials, Func<Point, double> loss) =>
    [
        .. Enumerable.Range(0, trials).Select(_ =>
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, loss(trial.Point));
            return trial.Point;
        }),
    ];
}
