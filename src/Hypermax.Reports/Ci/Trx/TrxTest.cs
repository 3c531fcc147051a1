namespace Hypermax.Ci.Trx;

/// <summary>A study, or the project, as a test.</summary>
internal sealed record TrxTest
{
    public required string Name { get; init; }

    public required string ClassName { get; init; }

    public required string Project { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required TimeSpan Duration { get; init; }

    public required string Output { get; init; }

    /// <summary>Gets why it failed; empty when it passed.</summary>
    public required string Error { get; init; }

    public bool IsFailed => Error.Length > 0;

    public string Outcome => IsFailed ? "Failed" : "Passed";

    /// <summary>Gets the id of the test, the same in every run, by which servers keep its history.</summary>
    public string Id => TrxWriter.Id(ClassName, Name);

    /// <summary>Gets the id of this run of it.</summary>
    public string Execution => TrxWriter.Id(ClassName, Name, TrxWriter.Time(Started));

    /// <summary>Gets the tests of a result.</summary>
    public static IEnumerable<TrxTest> Of(CiResult result)
    {
        foreach (CiStudy study in result.Studies)
        {
            yield return Of(result, study.Name, study.Duration, StudyText.Of(study), study.Errors);
        }

        if (result.Remarks.Any(remark => remark.Level == CiLevel.Error))
        {
            yield return Of(result, result.Project, result.Duration, string.Empty, result.Remarks.Where(remark => remark.Level == CiLevel.Error));
        }
    }

    private static TrxTest Of(CiResult result, string name, TimeSpan duration, string output, IEnumerable<CiRemark> errors) => new()
    {
        Name = name,
        ClassName = $"{result.Project}.Hypertune",
        Project = result.ProjectFile,
        Started = result.Started,
        Duration = duration,
        Output = output,
        Error = string.Join("\n", errors.Select(error => $"{error.Rule}: {error.Text}")),
    };
}
