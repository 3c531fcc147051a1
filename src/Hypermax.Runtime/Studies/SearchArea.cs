using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Spaces.Relations;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>Where points are proposed: the space or a narrowed one, and the trials in it.</summary>
internal sealed class SearchArea
{
    private readonly NarrowedSpace? _narrowed;

    public SearchArea(IStudyStore store, StudyHeader header, SpaceGeometry geometry, bool learnsConstraints, NarrowedSpace? narrowed = null)
    {
        (Geometry, _narrowed) = (geometry, narrowed);
        Relations = RelationMap.For(geometry);
        Feed = new HistoryFeed(store, header, Relations, new BoundPoints(geometry), learnsConstraints, narrowed);
    }

    public SpaceGeometry Geometry { get; }

    public RelationMap? Relations { get; }

    /// <summary>Gets the trials in the area.</summary>
    public HistoryFeed Feed { get; }

    /// <summary>Gets whether points of the space lie outside.</summary>
    public bool IsNarrowed => _narrowed is not null;

    /// <summary>Gets values of the space as those of the area; what lies outside is left free.</summary>
    public FixedValues Enter(FixedValues values)
    {
        if (_narrowed is null)
        {
            return values;
        }

        FixedValues entered = FixedValues.None;
        for (int i = 0; i < Geometry.Count; i++)
        {
            if (values[i] is double value && _narrowed.Enter(i, value) is var inside && !double.IsNaN(inside))
            {
                entered = entered.With(i, inside);
            }
        }

        return entered;
    }

    /// <summary>Turns a point of the area into one of the space, in place.</summary>
    public void Leave(double[] vector) => _narrowed?.Leave(vector);
}
