namespace Hypermax.Storage;

/// <summary>What changed about a study on purpose when it was continued; kept with the study, so that it knows from which trial on.</summary>
/// <param name="FromTrial">How many trials there were: the number of the first one that it concerns.</param>
public sealed record StudyChange(int FromTrial)
{
    /// <summary>Gets the method of search from here on, or null when that is unchanged.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the options of the method from here on, as in <see cref="StudyHeader.MethodOptions"/>.</summary>
    /// <value>Null when they are unchanged, or not known for another method.</value>
    public string? MethodOptions { get; init; }

    /// <summary>Gets the fingerprint of what decides the loss of the trials that end from here on, or null when that is unchanged.</summary>
    public string? Objective { get; init; }

    /// <summary>Gets the numbers of the old trials that are evaluated again; all trials of other fingerprints are set apart. Null when nothing is.</summary>
    public IReadOnlyList<int>? Leaders { get; init; }

    /// <summary>Gets the stage that begins here, or null when none does.</summary>
    public StageStart? Stage { get; init; }
}
