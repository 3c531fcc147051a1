using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.Distinct;
using Hypermax.Sampling.Guided;
using Hypermax.Studies.Staging;

namespace Hypermax.Studies;

/// <summary>Asks a sampler until its point obeys fixed values, relations and the user's predicate, and was not tried before.</summary>
/// <param name="space">The whole space.</param>
/// <param name="isValid">The user's predicate, or null.</param>
internal sealed class PointSearch(SearchSpace space, Func<double[], bool>? isValid)
{
    private const int SamplerAttempts = 50;
    private const int RandomAttempts = 10_000;
    private const int Draws = 32;

    /// <summary>Finds a point.</summary>
    /// <param name="search">Where, and by which sampler.</param>
    /// <param name="wishes">What people want of the parameters.</param>
    /// <param name="context">What the sampler may know.</param>
    /// <param name="isPart">Whether the search is one of a part of the space, which may have no other valid point.</param>
    /// <returns>The point, one of the whole space; <see cref="Proposal.Exhausted"/> where there is none left.</returns>
    /// <exception cref="InvalidOperationException">The rules of the user reject whatever is drawn from the whole space.</exception>
    public Proposal Find(StageSearch search, ParameterWishes wishes, SamplerContext context, bool isPart = false)
    {
        Proposal proposal = Draw(search, wishes, context, isPart || search.Area.IsNarrowed);
        search.Area.Leave(proposal.Vector);
        return proposal;
    }

    private Proposal Draw(StageSearch search, ParameterWishes wishes, SamplerContext context, bool isPart)
    {
        ISampler sampler = wishes.Guidance.IsEmpty ? search.Sampler : new GuidedSampler(search.Sampler, wishes.Guidance);
        for ((int attempt, int refused) = (0, 0); refused < SamplerAttempts; attempt++)
        {
            Proposal proposal = sampler.Propose(context.WithAttempt(attempt));
            if (proposal.IsExhausted)
            {
                return proposal;
            }

            double[] free = [.. proposal.Vector];
            if (!Bind(search.Area, context, proposal.Vector))
            {
                refused++;
            }
            else if (!IsRepeat(search.Area, context.TrialNumber, proposal.Vector))
            {
                return proposal;
            }
            else if (!proposal.IsListed)
            {
                return Beside(search.Area, context, free) is { } beside ? new Proposal(beside, Moved(proposal.Insight)) : proposal;
            }
        }

        return DrawValid(search.Area, context, isPart);
    }

    // Samplers pass over points that were tried, but they see free coordinates, and many of these may be bound to one point.
    private static bool IsRepeat(SearchArea area, int number, double[] vector) => area.Relations is not null && area.Feed.IsTried(number, vector);

    private static Insight Moved(Insight insight)
    {
        const string Note = "moved: under the relations the first choice had been tried";
        return insight with { Note = insight.Note is null ? Note : $"{insight.Note}; {Note}" };
    }

    // First a little, then farther, at last anywhere; null where hardly anything else obeys.
    private double[]? Beside(SearchArea area, SamplerContext context, double[] free)
    {
        SeedStream stream = context.Stream("related/distinct");
        double[] vector = new double[space.Count];
        for (int draw = 0; draw < 2 * Draws; draw++)
        {
            if (draw < Draws)
            {
                NearbyPoint.Draw(context, free, 1e-3 * Math.Pow(2, draw / 4.0), stream, vector);
            }
            else
            {
                area.Geometry.Sample(stream, vector);
            }

            if (Bind(area, context, vector) && !IsRepeat(area, context.TrialNumber, vector))
            {
                return vector;
            }
        }

        return null;
    }

    // Free coordinates become a point of the area; tells whether the rules of the user allow it.
    private bool Bind(SearchArea area, SamplerContext context, double[] vector)
    {
        area.Relations?.Obey(vector);
        context.WriteFixed(vector);
        if (!area.IsNarrowed)
        {
            return IsValid(vector);
        }

        double[] whole = [.. vector];
        area.Leave(whole);
        return IsValid(whole);
    }

    // Relations hold by construction, except where people fixed a member or one parameter belongs to relations of two kinds.
    private bool IsValid(double[] vector) => space.Relations.All(relation => relation.Holds(vector)) && (isValid is null || isValid(vector));

    // The sampler keeps proposing what the predicate forbids: draws from the laws themselves may still find a way.
    private Proposal DrawValid(SearchArea area, SamplerContext context, bool isPart)
    {
        SeedStream stream = context.Stream("is-valid");
        double[] vector = new double[space.Count];
        for (int attempt = 0; attempt < RandomAttempts; attempt++)
        {
            area.Geometry.Sample(stream, vector);
            if (Bind(area, context, vector))
            {
                return new Proposal(vector, new Insight("random/valid"));
            }
        }

        if (isPart)
        {
            // A part of the space may have no other valid point; the stage is over then.
            return Proposal.Exhausted;
        }

        throw new InvalidOperationException(
            FormattableString.Invariant(
                $"The rules of '{space.Name}' (IsValid, or relations together with fixed values) rejected {RandomAttempts} random points in a row; ")
            + "they should accept a good part of the space. Narrow the ranges to where points are valid, or express the rule with [LessThan] or [SumsTo], "
            + "which never reject.");
    }
}
