using Hypermax.Numerics;
using Hypermax.Trials;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Guided;

/// <summary>Makes any sampler obey guidance: locked, scrambled and relearned parameters, and a filtered history.</summary>
/// <remarks>
/// A relearned parameter is proposed after all others are decided: the sampler is asked again with those fixed and with the
/// trials from the given one on, so that what it learned of the parameter before no longer counts.
/// A proposal stays a function of the context and the guidance. Filtering copies the history: linear in its length.
/// </remarks>
internal sealed class GuidedSampler : ISampler
{
    private readonly ISampler _inner;
    private readonly Guidance _guidance;

    /// <summary>Wraps a sampler.</summary>
    /// <param name="inner">The sampler that proposes.</param>
    /// <param name="guidance">What it must obey.</param>
    public GuidedSampler(ISampler inner, Guidance guidance)
    {
        _inner = inner;
        _guidance = guidance;
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => _inner.TakesSeveralObjectives;

    /// <inheritdoc/>
    public bool LearnsConstraints => _inner.LearnsConstraints;

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => _inner.StartupTrials(geometry);

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (_guidance.IsEmpty)
        {
            return _inner.Propose(context);
        }

        TrialHistory history = GuidedHistory.Filter(context, _guidance);
        FixedValues given = GivenValues(context);
        Proposal proposal = _inner.Propose(context.With(history, given));
        if (proposal.IsExhausted)
        {
            return proposal;
        }

        context.With(history, given).WriteFixed(proposal.Vector);
        foreach ((int parameter, int start) in _guidance.Relearned.Where(wish => given[wish.Key] is null))
        {
            Relearn(context, history, proposal.Vector, parameter, start);
        }

        return proposal with { Insight = proposal.Insight with { Note = Note(proposal.Insight.Note) } };
    }

    private FixedValues GivenValues(SamplerContext context)
    {
        FixedValues given = FixedValues.None;
        SeedStream stream = context.Stream("guided/scramble");
        foreach (int parameter in _guidance.Scrambled)
        {
            given = given.With(parameter, context.Geometry.Dimensions[parameter].FromUnit(stream.NextDouble()));
        }

        foreach ((int parameter, double value) in _guidance.Locked)
        {
            given = given.With(parameter, value);
        }

        return context.Fixed.Over(given);
    }

    private void Relearn(SamplerContext context, TrialHistory history, double[] vector, int parameter, int start)
    {
        if (double.IsNaN(vector[parameter]))
        {
            return;
        }

        FixedValues decided = FixedValues.Of(vector).Without(parameter);
        SamplerContext again = context.With(GuidedHistory.From(history, context.Geometry.Count, start), decided);
        Proposal proposal = _inner.Propose(again);
        if (!proposal.IsExhausted && !double.IsNaN(proposal.Vector[parameter]))
        {
            vector[parameter] = proposal.Vector[parameter];
            again.WriteFixed(vector);
        }
    }

    private string Note(string? note)
    {
        string guided = FormattableString.Invariant(
            $"guided: {_guidance.Locked.Count} locked, {_guidance.Scrambled.Count} scrambled, {_guidance.Relearned.Count} relearned");
        return note is null ? guided : $"{note}; {guided}";
    }
}
