using System.Globalization;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Conformance;

/// <summary>Asks a sampler and tells it losses, without a study.</summary>
/// <remarks>For one thread.</remarks>
public sealed class SamplerRun
{
    private readonly ISampler _sampler;
    private readonly long _seed;
    private readonly List<double[]> _running = [];
    private int _next;

    /// <summary>Creates a run without trials.</summary>
    /// <param name="sampler">The sampler, in its initial state.</param>
    /// <param name="space">The space to search.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="objectives">The number of objectives.</param>
    public SamplerRun(ISampler sampler, SearchSpace space, long seed = 1, int objectives = 1)
    {
        (_sampler, _seed) = (sampler, seed);
        Geometry = new SpaceGeometry(space);
        History = new TrialHistory(space.Count, objectives);
    }

    /// <summary>Gets the space as samplers see it.</summary>
    public SpaceGeometry Geometry { get; }

    /// <summary>Gets the trials that have been told.</summary>
    public TrialHistory History { get; }

    /// <summary>Gets the points that have been asked for and not told.</summary>
    public IReadOnlyList<double[]> Running => _running;

    /// <summary>Gets or sets the values that are fixed. By default none.</summary>
    public FixedValues Fixed { get; set; } = FixedValues.None;

    /// <summary>Gets what the sampler would be asked with for the next trial.</summary>
    public SamplerContext Context => ContextOf(attempt: 0);

    /// <summary>Gets the name of the sampler's class.</summary>
    internal string Culprit => _sampler.GetType().Name;

    /// <summary>Asks for a trial, which then runs.</summary>
    /// <returns>The point, or null when the space is used up.</returns>
    /// <exception cref="ConformanceException">The sampler threw.</exception>
    public double[]? Ask()
    {
        Proposal proposal = ProposeAt(attempt: 0, _sampler);
        if (proposal.IsExhausted)
        {
            return null;
        }

        _running.Add(proposal.Vector);
        _next++;
        return proposal.Vector;
    }

    /// <summary>Counts a trial that the caller asked for and told itself.</summary>
    public void Skip() => _next++;

    /// <summary>Tells how the trial that was asked for last, or another running one, ended.</summary>
    /// <param name="vector">The array that <see cref="Ask"/> gave.</param>
    /// <param name="loss">The loss; NaN where there is none.</param>
    /// <param name="state">How the trial ended.</param>
    public void Tell(double[] vector, double loss, TrialState state = TrialState.Complete)
    {
        _running.Remove(vector);
        History.Add(_next - 1, vector, loss, state);
    }

    /// <summary>Tells the losses and constraints of the trial that was asked for last, or of another running one.</summary>
    /// <param name="vector">The array that <see cref="Ask"/> gave.</param>
    /// <param name="losses">One loss for each objective.</param>
    /// <param name="constraints">The values for constraints.</param>
    /// <param name="state">How the trial ended.</param>
    public void Tell(double[] vector, ReadOnlySpan<double> losses, IReadOnlyList<ConstraintValue> constraints, TrialState state = TrialState.Complete)
    {
        _running.Remove(vector);
        History.Add(_next - 1, vector, losses, constraints, state);
    }

    /// <summary>Asks and tells a number of trials; fewer when the space is used up.</summary>
    /// <param name="trials">How many.</param>
    /// <param name="loss">Evaluates a point.</param>
    /// <param name="state">How the trial of an index ends; by default all complete.</param>
    /// <returns>The points.</returns>
    /// <exception cref="ConformanceException">The sampler threw, or proposed what is no point of the space.</exception>
    public List<double[]> Do(int trials, Func<double[], double> loss, Func<int, TrialState>? state = null) => Do(trials, loss, "in any search", state);

    /// <summary>Asks and tells a number of trials, each with a point of the space.</summary>
    /// <param name="trials">How many.</param>
    /// <param name="loss">Evaluates a point.</param>
    /// <param name="when">What the sampler is put to.</param>
    /// <param name="state">How the trial of an index ends.</param>
    internal List<double[]> Do(int trials, Func<double[], double> loss, string when, Func<int, TrialState>? state = null)
    {
        List<double[]> points = [];
        for (int i = 0; i < trials; i++)
        {
            if (Ask() is not { } point)
            {
                break;
            }

            RequireOfTheSpace(point, i, when);
            points.Add(point);
            Tell(point, loss(point), state?.Invoke(i) ?? TrialState.Complete);
        }

        return points;
    }

    /// <summary>A loss that any space has: the squared distance from three tenths of each parameter's unit range.</summary>
    /// <param name="vector">The point.</param>
    public double Bowl(double[] vector)
    {
        double sum = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            if (!double.IsNaN(vector[i]))
            {
                double distance = Geometry.Dimensions[i].ToUnit(vector[i]) - 0.3;
                sum += distance * distance;
            }
        }

        return sum;
    }

    /// <summary>A loss without any pattern: a hash of the point, from 0 to 1.</summary>
    /// <param name="vector">The point.</param>
    public static double Hash(double[] vector) =>
        new SeedStream(vector.Aggregate(17L, (hash, value) => unchecked((hash * 31) + BitConverter.DoubleToInt64Bits(value))), 0, "loss").NextDouble();

    /// <summary>Writes a point with 12 digits.</summary>
    /// <param name="vector">The point.</param>
    public static string Text(double[] vector) => string.Join(" ", vector.Select(value => value.ToString("G12", CultureInfo.InvariantCulture)));

    /// <summary>Gets what the sampler would be asked with for another attempt at the next trial.</summary>
    internal SamplerContext ContextOf(int attempt) => new()
    {
        Geometry = Geometry,
        History = History,
        Running = [.. _running.Select(point => new Point(point))],
        TrialNumber = _next,
        PlannedTrials = 100,
        Seed = _seed,
        Fixed = Fixed,
        Attempt = attempt,
    };

    /// <summary>Asks a sampler for the next trial; none of them throws.</summary>
    internal Proposal ProposeAt(int attempt, ISampler sampler)
    {
        try
        {
            return sampler.Propose(ContextOf(attempt));
        }
        catch (Exception error)
        {
            throw Broken("a sampler that is asked proposes a point, or says that there is none, and throws nothing", _next, $"it threw {error}");
        }
    }

    /// <summary>Makes the failure of a promise that this run shows broken.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="trial">The trial that shows it.</param>
    /// <param name="shown">What should have come and what came.</param>
    internal ConformanceException Broken(string promise, int trial, params IEnumerable<string> shown) => new(
        Culprit,
        promise,
        [
            .. shown,
            string.Create(
                CultureInfo.InvariantCulture,
                $"seen at trial {trial} of new {nameof(SamplerRun)}(Create(), {SamplerSpaces.CodeOf(Geometry.Space)}, seed: {_seed}{Several()}); ")
                + StateText(),
        ]);

    /// <summary>Makes sure that a point belongs to the space.</summary>
    /// <param name="point">The point.</param>
    /// <param name="trial">The trial it was proposed for.</param>
    /// <param name="when">What the sampler was put to.</param>
    internal void RequireOfTheSpace(double[] point, int trial, string when)
    {
        string promise = $"every proposal is a point of the space, {when}";
        if (point.Length != Geometry.Count)
        {
            throw Broken(promise, trial, $"the point has {point.Length} values, the space {Geometry.Count} parameters");
        }

        if (!Geometry.Contains(point))
        {
            throw Broken(promise, trial, Misfit(point), $"the point is {Text(point)}");
        }
    }

    private string Misfit(double[] point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            Parameter parameter = Geometry.Space.Parameters[i];
            bool isActive = Geometry.Space.IsActive(i, point);
            if (!isActive && !double.IsNaN(point[i]))
            {
                return string.Create(CultureInfo.InvariantCulture, $"'{parameter.Name}' does not exist at the point, so it must be NaN; it is {point[i]:R}");
            }

            if (isActive && !parameter.Contains(point[i]))
            {
                return string.Create(CultureInfo.InvariantCulture, $"'{parameter.Name}' cannot be {point[i]:R}");
            }
        }

        return "the point is not one of the space";
    }

    private string Several() => History.ObjectiveCount > 1 ? FormattableString.Invariant($", objectives: {History.ObjectiveCount}") : string.Empty;

    private string StateText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{History.Count} {(History.Count == 1 ? "trial" : "trials")} told, {_running.Count} running");
}
