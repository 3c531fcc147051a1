using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage;

namespace Hypermax.Studies.Staging;

/// <summary>The search of the stage in hand, kept as long as its ranges stay the same.</summary>
internal sealed class StageSearches(IStudyStore store, StudyHeader header, StudyOptions options, StageSearch whole)
{
    private StageSearch? _current;
    private (StageStart? Start, string Ranges) _currentOf;

    /// <summary>Gets the search of the whole space by the method of the study.</summary>
    public StageSearch Whole => whole;

    /// <summary>Makes sure that the methods of all stages search as many objectives as there are.</summary>
    /// <exception cref="ArgumentException">One does not.</exception>
    public void CheckObjectives()
    {
        foreach (Stage stage in options.Stages)
        {
            ObjectivesRules.Check(MethodChoice.Of(options, header, stage), header.Directions.Count);
        }
    }

    /// <summary>Gets the search of a stage.</summary>
    /// <param name="turn">The stage, or null in a study without stages.</param>
    /// <param name="wishes">What people want of the parameters: what they fixed need not lie within the ranges.</param>
    public StageSearch For(StageTurn? turn, ParameterWishes wishes)
    {
        if (turn is null && wishes.Ranges.Count == 0)
        {
            return whole;
        }

        bool IsFree(ParameterRange range) => wishes.Fixed[range.Parameter] is null && !IsLocked(range.Parameter);
        ParameterRange[] narrowed = [.. (turn?.Start.Ranges ?? []).Where(IsFree)];
        ParameterRange[] wished = [.. wishes.Ranges.Where(IsFree)];
        string parameters = string.Join(' ', narrowed.Select(range => range.Parameter));
        (StageStart?, string) wanted = (turn?.Start, $"{parameters}; {string.Join(' ', wished.Select(range => range.ToString()))}");
        if (_current is null || _currentOf != wanted)
        {
            ISampler sampler = MethodChoice.Of(options, header, turn?.Plan.Stage ?? new Stage());
            IReadOnlyList<ParameterRange> ranges = PeoplesRanges.Over(header.Space, wished, narrowed);
            _current = new StageSearch(AreaOf(turn?.Start, ranges, sampler.LearnsConstraints), sampler);
            _currentOf = wanted;
        }

        return _current;
    }

    private bool IsLocked(int parameter) => options.Guidance.Locked.Any(locked => locked.Key == parameter);

    private SearchArea AreaOf(StageStart? start, IReadOnlyList<ParameterRange> ranges, bool learnsConstraints)
    {
        if (ranges.Count == 0)
        {
            return learnsConstraints == whole.Sampler.LearnsConstraints
                ? whole.Area
                : new SearchArea(store, header, whole.Area.Geometry, learnsConstraints);
        }

        NarrowedSpace narrowed = new(header.Space, ranges, start?.Best is int best ? store.Trials[best].Point : null);
        return new SearchArea(store, header, new SpaceGeometry(narrowed.Space), learnsConstraints, narrowed);
    }
}
