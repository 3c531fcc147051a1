namespace Hypermax.Spaces.Relations;

/// <summary>Makes relations hold by construction: samplers work on free coordinates, and this maps them onto points that obey.</summary>
/// <remarks>
/// <para>A free coordinate is a value of the same parameter without its relations. Chains of <see cref="LessThanRelation"/> are
/// settled from the largest member down, each in the part of its law that is left; members of a <see cref="SumRelation"/>
/// share the total (see <see cref="ShareMap"/>). Nothing is rejected, every point that obeys can be reached, and the way back
/// gives samplers a history in free coordinates.</para>
/// <para>Where a parameter belongs to relations of both kinds the last one wins here, and the study rejects what breaks the
/// other. Immutable and safe to share between threads.</para>
/// </remarks>
internal sealed class RelationMap
{
    private readonly OrderMap? _order;
    private readonly ShareMap[] _shares;

    private RelationMap(SpaceGeometry geometry)
    {
        LessThanRelation[] orders = [.. geometry.Space.Relations.OfType<LessThanRelation>()];
        _order = orders.Length > 0 ? new OrderMap(geometry, orders) : null;
        _shares = [.. geometry.Space.Relations.OfType<SumRelation>().Select(relation => new ShareMap(geometry, relation))];
    }

    /// <summary>Gets the map of a space, or null when it has no relations.</summary>
    /// <exception cref="ArgumentException">No point of the space fulfils a relation; the message names its members and bounds.</exception>
    public static RelationMap? For(SpaceGeometry geometry) => geometry.Space.Relations.Count == 0 ? null : new RelationMap(geometry);

    /// <summary>Turns free coordinates into a point that obeys, in place.</summary>
    public void Obey(double[] vector)
    {
        _order?.Obey(vector);
        foreach (ShareMap share in _shares)
        {
            share.Obey(vector);
        }
    }

    /// <summary>Turns a point that obeys into free coordinates.</summary>
    public double[] Free(double[] point)
    {
        double[] vector = [.. point];
        _order?.Free(point, vector);
        foreach (ShareMap share in _shares)
        {
            share.Free(vector);
        }

        return vector;
    }
}
