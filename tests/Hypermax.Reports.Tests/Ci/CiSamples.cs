using Hypermax.Ci;

namespace Hypermax.Tests.Ci;

/// <summary>Results whose every figure is fixed: an ordinary one, and one whose texts try to break every format.</summary>
internal static class CiSamples
{
    /// <summary>Line ends, commands of all servers, ends of sections and comments, quotes, what XML forbids, half of a character, other letters.</summary>
    public const string Hostile =
        "a\r\nb\n::error file=x.cs::owned\n##vso[task.setvariable variable=A]owned\n##[error]owned "
        + "100% %0A %25 %AZP25 ]]> --> <!-- <b>&amp;</b> \"'` | [x](y) @all {0} :: ; , ] "
        + "\u0000\u0001\u001b[31m\u0085\u2028\uFFFE \ud800 ж 漢 🎯 \t end\\";

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "repo"));

    public static string InRepository(params string[] parts) => Path.Combine([Root, .. parts]);

    public static CiResult Ordinary => new()
    {
        Project = "Shop",
        ProjectFile = InRepository("src", "Shop", "Shop.csproj"),
        Version = "1.2.3",
        Started = StudySamples.Start,
        Duration = TimeSpan.FromSeconds(83.5),
        Studies =
        [
            new CiStudy
            {
                Name = "Train",
                Position = At(12, 5),
                Best = 0.0374,
                Recorded = 0.0412,
                Parameters = "Trees=412 Criterion=gini",
                Trials = 100,
                Complete = 98,
                Failed =
                [
                    new CiTrial(7, FailureKind.Exception, "DivideByZeroException: Attempted to divide by zero.", "Trees=1 Criterion=gini"),
                    new CiTrial(9, FailureKind.WallTime, "The trial took 60 s.", "Trees=999 Criterion=gini"),
                ],
                Duration = TimeSpan.FromSeconds(61.25),
                Report = "artifacts/hypertune/Train/report.html",
                Remarks =
                [
                    new CiRemark(
                        CiLevel.Note,
                        "HMXB0020",
                        "What the search found out",
                        "The best trials crowd at the upper bound of 'Trees'. 9 of the best 10 have more than 900. Write [LogUniform(1, 5000)].",
                        At(4, 9)),
                    new CiRemark(CiLevel.Note, "HMXB0020", "What the search found out", "'Bootstrap' has no visible effect.", At(4, 9)),
                    new CiRemark(CiLevel.Warning, "HMX2001", "A tuned file fits its search space", "The tuned file of 'Train' does not fit.", At(12, 5)),
                ],
            },
            new CiStudy
            {
                Name = "Rank",
                Position = At(30, 5),
                Best = 0.5,
                Trials = 20,
                Complete = 20,
                Remarks =
                [
                    new CiRemark(CiLevel.Error, "HMXB0008", "A condition holds", "Study 'Rank' does what HypertuneFailOn forbids: value>0.05.", At(30, 5)),
                ],
            },
        ],
    };

    public static CiResult Attack => Ordinary with
    {
        Project = Hostile,
        Studies =
        [
            new CiStudy
            {
                Name = Hostile,
                Position = HostilePlace,
                Parameters = Hostile,
                Trials = 1,
                Failed = [new CiTrial(0, FailureKind.Exception, Hostile, Hostile)],
                Report = Hostile,
                Remarks =
                [
                    new CiRemark(CiLevel.Error, "HMXB0009", Hostile, Hostile, HostilePlace),
                    new CiRemark(CiLevel.Note, "HMXB0020", Hostile, Hostile),
                ],
            },
        ],
        Remarks = [new CiRemark(CiLevel.Error, "HMXB0012", Hostile, Hostile)],
    };

    public static CiResult Empty => Ordinary with { Studies = [] };

    public static IEnumerable<CiResult> All => [Ordinary, Attack, Empty];

    internal static CiPlaces PlacesOf(CiResult result) => new(result, Root);

    private static SourcePosition HostilePlace => new(InRepository("src", "a,b;c:d%]e ж.cs"), 3, 4);

    private static SourcePosition At(int line, int column) => new(InRepository("src", "Shop", "Recipe.cs"), line, column);
}
