namespace Hypermax;

/// <summary>How a search over a user's type ended.</summary>
/// <typeparam name="T">The user's type.</typeparam>
public sealed record StudyResult<T> : StudyResult
{
    internal StudyResult(StudyResult result, SearchSpace<T> space)
        : base(result)
    {
        BestParameters = Best is null ? default : space.Bind(Best.Point);
    }

    /// <summary>Gets the best parameters, or the type's default value when no trial is complete.</summary>
    public T? BestParameters { get; }
}
