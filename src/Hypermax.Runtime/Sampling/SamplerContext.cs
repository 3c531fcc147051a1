using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling;

/// <summary>All that a sampler may know when it proposes a point.</summary>
public sealed class SamplerContext
{
    /// <summary>Gets the unit form of the space.</summary>
    public required SpaceGeometry Geometry { get; init; }

    /// <summary>Gets the finished trials, in the order that the study's mode defines.</summary>
    public required TrialHistory History { get; init; }

    /// <summary>Gets the points that have been asked for and whose outcome the sampler must not know yet.</summary>
    public IReadOnlyList<Point> Running { get; init; } = [];

    /// <summary>Gets the number of the trial to propose.</summary>
    public required int TrialNumber { get; init; }

    /// <summary>Gets the number of trials the study is planned to have, or null when it has no such plan.</summary>
    public int? PlannedTrials { get; init; }

    /// <summary>Gets the seed of the study; draw from <see cref="Stream"/>.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the values that people have fixed. By default none.</summary>
    /// <remarks>The study writes these into the proposal; a sampler that conditions on them does better.</remarks>
    public FixedValues Fixed { get; init; } = FixedValues.None;

    /// <summary>Gets how many proposals for this trial have been turned down, because the user's predicate rejected them.</summary>
    public int Attempt { get; init; }

    /// <summary>Gets the space.</summary>
    public SearchSpace Space => Geometry.Space;

    /// <summary>Makes the stream of this trial's random draws for a purpose.</summary>
    /// <param name="purpose">What the draws are for; a sampler uses its own name as prefix.</param>
    public SeedStream Stream(string purpose) => new(Seed, TrialNumber, Attempt == 0 ? purpose : FormattableString.Invariant($"{purpose}#{Attempt}"));

    /// <summary>Gets this context for another attempt at the same trial.</summary>
    /// <param name="attempt">How many proposals have been turned down.</param>
    internal SamplerContext WithAttempt(int attempt) => attempt == Attempt ? this : Copy(History, Fixed, attempt);

    /// <summary>Gets this context with another history and other fixed values.</summary>
    /// <param name="history">The trials that the sampler may know.</param>
    /// <param name="given">The fixed values.</param>
    internal SamplerContext With(TrialHistory history, FixedValues given) => Copy(history, given, Attempt);

    private SamplerContext Copy(TrialHistory history, FixedValues given, int attempt) => new()
    {
        Geometry = Geometry,
        History = history,
        Running = Running,
        TrialNumber = TrialNumber,
        PlannedTrials = PlannedTrials,
        Seed = Seed,
        Fixed = given,
        Attempt = attempt,
    };
}
