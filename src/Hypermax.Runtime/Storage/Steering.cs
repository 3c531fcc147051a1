namespace Hypermax.Storage;

/// <summary>What a person told a study to do from a trial on: kept with the study so that a resumed search obeys it too.</summary>
public abstract record Steering
{
    private Steering(int fromTrial) => FromTrial = fromTrial;

    /// <summary>Gets the number of the first trial it concerns.</summary>
    public int FromTrial { get; }

    /// <summary>Try a point before the sampler is asked again.</summary>
    /// <param name="FromTrial">The number of the first trial it concerns.</param>
    /// <param name="Point">The point to try.</param>
    public sealed record Enqueue(int FromTrial, Point Point) : Steering(FromTrial);

    /// <summary>Give a parameter the same value in every proposal.</summary>
    /// <param name="FromTrial">The number of the first trial it concerns.</param>
    /// <param name="Parameter">The index of the parameter.</param>
    /// <param name="Value">Its value in vector form.</param>
    public sealed record Fix(int FromTrial, int Parameter, double Value) : Steering(FromTrial);

    /// <summary>Propose a numeric parameter within a part of its range.</summary>
    /// <param name="FromTrial">The number of the first trial it concerns.</param>
    /// <param name="Parameter">The index of the parameter.</param>
    /// <param name="Low">The smallest value, included.</param>
    /// <param name="High">The largest value, included.</param>
    public sealed record Narrow(int FromTrial, int Parameter, double Low, double High) : Steering(FromTrial);

    /// <summary>Draw a parameter afresh from its law for every proposal.</summary>
    /// <param name="FromTrial">The number of the first trial it concerns.</param>
    /// <param name="Parameter">The index of the parameter.</param>
    public sealed record Scramble(int FromTrial, int Parameter) : Steering(FromTrial);

    /// <summary>Learn a parameter anew: for it the trials before count no more.</summary>
    /// <param name="FromTrial">The number of the first trial it concerns, and the first that counts.</param>
    /// <param name="Parameter">The index of the parameter.</param>
    public sealed record Relearn(int FromTrial, int Parameter) : Steering(FromTrial);

    /// <summary>Let the sampler choose a parameter again, whatever was told about it before.</summary>
    /// <param name="FromTrial">The number of the first trial it concerns.</param>
    /// <param name="Parameter">The index of the parameter.</param>
    public sealed record Free(int FromTrial, int Parameter) : Steering(FromTrial);
}
