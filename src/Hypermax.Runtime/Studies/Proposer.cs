using Hypermax.Budgets;
using Hypermax.Pruning;
using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Guided;
using Hypermax.Sampling.Random;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Studies.Budgeting;
using Hypermax.Studies.Racing;
using Hypermax.Studies.Staging;

namespace Hypermax.Studies;

/// <summary>How a study finds its points: those that people queued, else the sampler's, with fixed values, relations and the user's predicate.</summary>
/// <remarks>Called within a turn of the store.</remarks>
internal sealed class Proposer
{
    private readonly StudyHeader _header;
    private readonly PointSearch _points;
    private readonly IStudyStore _store;
    private readonly SearchArea _whole;
    private readonly ProposalQueue _queue = new();
    private readonly StudyControl _control;
    private readonly StageDesk? _stages;
    private readonly StageSearches _searches;
    private readonly BudgetDesk? _budgets;
    private readonly RaceDesk? _race;
    private RegretEstimator? _regret;

    public Proposer(
        IStudyStore store,
        StudyHeader header,
        SpaceGeometry geometry,
        ISampler sampler,
        StudyOptions options,
        StudyControl control,
        Func<double[], bool>? isValid)
    {
        (_store, _header, Geometry, Sampler, _control) = (store, header, geometry, sampler, control);
        _points = new PointSearch(geometry.Space, isValid);
        _whole = new SearchArea(store, header, geometry, sampler.LearnsConstraints);
        _searches = new StageSearches(store, header, options, new StageSearch(_whole, sampler));
        _searches.CheckObjectives();
        _stages = options.Stages.Count == 0 ? null : new StageDesk(store, header, geometry, StagePlan.Of(geometry.Space, options.Stages), options.Clock);
        _budgets = header.Fidelity is null ? null : new BudgetDesk(store, header, geometry, Schedules.Of(options, header));
        _race = options.Race is { } race && header.Fidelity is null ? new RaceDesk(store, _whole.Feed, race, header.Directions[0]) : null;
    }

    public SpaceGeometry Geometry { get; }

    public ISampler Sampler { get; }

    /// <summary>Gets whether the last stage of the search has used up its time.</summary>
    public bool AreStagesOver => _stages is { IsOver: true };

    /// <summary>Gets how many points people queued that wait to be tried.</summary>
    public int Queued => _queue.CountIn(_store);

    private SearchSpace Space => Geometry.Space;

    /// <summary>Tells whether everything that the proposal of a trial depends on is finished.</summary>
    public bool IsReadyFor(int number) => _whole.Feed.IsReadyFor(number);

    /// <summary>Gets the curves that a verdict on a trial may depend on.</summary>
    public CurveHistory CurvesFor(int number) => _whole.Feed.CurvesFor(number);

    /// <summary>Finds the point of the next trial.</summary>
    public Proposal Propose(int number)
    {
        _whole.Feed.AdvanceTo(number);
        _queue.Read(_store);
        return _budgets is null ? ProposePoint(number) : ProposeWithin(_budgets, number);
    }

    private Proposal ProposeWithin(BudgetDesk budgets, int number)
    {
        int planned = _control.Trials + _whole.Feed.Added;
        CurveHistory curves = CurvesFor(number);
        Assignment? next = budgets.Next(number, curves, planned, mayStart: true);
        Proposal? proposal = next is null or { Budget.Continues: not null } ? null
            : next.AtRandom ? ProposeAtRandom(number) : ProposePoint(number);
        if (proposal is { IsExhausted: true })
        {
            (next, proposal) = (budgets.Next(number, curves, planned, mayStart: false), null);
        }

        if (next is null)
        {
            return Proposal.Exhausted;
        }

        if (next.Budget.Continues is int earlier)
        {
            proposal = new Proposal(_store.Trials[earlier].Point.ToArray(), new Insight(budgets.Name + "/promoted") { Note = next.Note });
        }

        budgets.Write(proposal!.Vector, next.Budget.Amount);
        return proposal with { Budget = next.Budget };
    }

    private Proposal ProposeAtRandom(int number)
    {
        ParameterWishes wishes = _queue.WishesFor(number);
        return _points.Find(new StageSearch(_whole, new RandomSampler()), wishes with { Guidance = Guidance.None }, ContextOf(_whole, number, wishes.Fixed));
    }

    private Proposal ProposePoint(int number)
    {
        StageTurn? stage = _stages?.At(number, _whole.Feed.History);
        return _queue.NextPoint() is { } queued ? new Proposal(queued.ToArray(), Insight.Enqueued with { Stage = stage?.Plan.Name })
            : Remeasuring.Next(_store) is { } leader ? Again(leader, new Insight(Remeasuring.Method), ", under the new code")
            : NextOfRace(number) is { } close ? Again(close, new Insight(Race.Method) { Stage = stage?.Plan.Name }, ", for it leads or may lead")
            : ProposeAnew(number, stage);
    }

    /// <summary>Tells whether what further trials could gain is estimated to be below the noise.</summary>
    public bool IsRegretBelowNoise()
    {
        int number = _store.Trials.Count;
        _whole.Feed.AdvanceTo(number);
        _regret ??= new RegretEstimator();
        return _regret.Estimate(ContextOf(_whole, number, _queue.WishesFor(number).Fixed)) is { IsBelowNoise: true };
    }

    /// <summary>Tells whether a point is one of the space.</summary>
    public bool IsPoint(Point point) =>
        point.Count == Space.Count && Geometry.Contains(point) && Space.Relations.All(relation => relation.Holds(point));

    private static Proposal Again(TrialRecord trial, Insight insight, string why) =>
        new(trial.Point.ToArray(), insight with { Note = FormattableString.Invariant($"trial {trial.Number} again{why}") });

    // A person who fixes values or narrows ranges wants to see points that obey.
    private TrialRecord? NextOfRace(int number) =>
        _queue.WishesFor(number) is { Fixed.IsEmpty: true, Ranges.Count: 0 } ? _race?.Next(number, _control.Trials + _whole.Feed.Added) : null;

    private SamplerContext ContextOf(SearchArea area, int number, FixedValues given, int? end = null) => new()
    {
        Geometry = area.Geometry,
        History = _budgets?.HistoryFor(number) ?? area.Feed.History,
        Running = _budgets?.RunningFor(number) ?? area.Feed.Running(number),
        TrialNumber = number,
        PlannedTrials = end ?? _control.Trials + area.Feed.Added,
        Seed = _header.Seed,
        Fixed = WithBudget(given),
    };

    // A parameter that is the budget is not the sampler's to choose.
    private FixedValues WithBudget(FixedValues wished) =>
        _budgets is { Parameter: >= 0 and var parameter } ? wished.With(parameter, _budgets.Fidelity.Max) : wished;

    private Proposal ProposeAnew(int number, StageTurn? stage)
    {
        ParameterWishes wishes = _queue.WishesFor(number);
        if (stage is null)
        {
            StageSearch search = _searches.For(turn: null, wishes);
            search.Area.Feed.AdvanceTo(number);
            return _points.Find(search, wishes, ContextOf(search.Area, number, search.Area.Enter(wishes.Fixed)));
        }

        Proposal proposal = ProposeIn(stage, number, wishes);
        while (proposal.IsExhausted && _stages!.After(stage, number, _whole.Feed.History) is { } next)
        {
            stage = next;
            proposal = ProposeIn(stage, number, wishes);
        }

        return proposal.IsExhausted ? proposal : proposal with { Insight = proposal.Insight with { Stage = stage.Plan.Name } };
    }

    private Proposal ProposeIn(StageTurn stage, int number, ParameterWishes wishes)
    {
        StageSearch search = _searches.For(stage, wishes);
        SearchArea area = search.Area;
        area.Feed.AdvanceTo(number);
        Point? best = stage.Plan.IsPartial ? RankedTrials.Best(_store, _header, area.Feed.History)?.Point : null;
        Proposal proposal = Proposal.Exhausted;
        for (int round = 0; proposal.IsExhausted && round < StageFocus.RoundsOf(stage.Plan); round++)
        {
            FixedValues? others = best is null ? FixedValues.None : StageFocus.Of(stage, Space, best, _header.Seed, number, round);
            if (others is not null)
            {
                proposal = _points.Find(
                    search, wishes, ContextOf(area, number, area.Enter(wishes.Fixed.Over(others)), _stages!.EndOf(stage, number)), isPart: !others.IsEmpty);
            }
        }

        return proposal;
    }
}
