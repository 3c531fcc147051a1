using System.Globalization;
using Hypermax.Spaces;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Turns points in vector form into the coordinates that the kernel measures distances in.</summary>
/// <remarks>
/// <para>A numeric parameter gives its place in the unit interval (grid values: the middle of their cell) and one half where
/// it is inactive. An unordered categorical parameter gives its choice, or −1 where inactive, and two different choices are
/// at distance 1. Every distinct list of conditions gives one coordinate, 1 where it holds and 0 where not, so that the
/// presence of a branch has a distance of its own that is learned. All three embed in a Euclidean space; any Matérn
/// kernel of the weighted distance is therefore positive definite. Two points that both lack a parameter do not differ in it.</para>
/// <para>Parameters with one value take no coordinate.</para>
/// </remarks>
internal sealed class GpFeatures
{
    /// <summary>What stands for the value of an inactive parameter.</summary>
    public const double Inactive = -1;

    private readonly SpaceGeometry _geometry;
    private readonly int[] _parameterOf;
    private readonly bool[] _isGroup;

    private GpFeatures(GpFeatures other, IReadOnlyList<GpWarp> warps)
    {
        (_geometry, _parameterOf, _isGroup, IsHamming, OfParameter) = (other._geometry, other._parameterOf, other._isGroup, other.IsHamming, other.OfParameter);
        Warps = [.. warps];
    }

    public GpFeatures(SpaceGeometry geometry)
    {
        _geometry = geometry;
        List<int> owners = [];
        List<bool> groups = [];
        List<bool> hamming = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < geometry.Count; i++)
        {
            Dimension dimension = geometry.Dimensions[i];
            if (dimension.Parameter.Conditions.Count > 0 && seen.Add(Key(dimension.Parameter)))
            {
                owners.Add(i);
                groups.Add(true);
                hamming.Add(true);
            }

            if (dimension.LevelCount != 1)
            {
                owners.Add(i);
                groups.Add(false);
                hamming.Add(dimension.IsCategorical);
            }
        }

        _parameterOf = [.. owners];
        _isGroup = [.. groups];
        IsHamming = [.. hamming];
        Warps = [.. hamming.Select(_ => GpWarp.None)];
        OfParameter = new int[geometry.Count];
        Array.Fill(OfParameter, -1);
        for (int f = 0; f < Count; f++)
        {
            if (!_isGroup[f])
            {
                OfParameter[_parameterOf[f]] = f;
            }
        }
    }

    /// <summary>Gets how each coordinate is bent; nothing for choices and branches.</summary>
    public IReadOnlyList<GpWarp> Warps { get; }

    /// <summary>Gets the number of coordinates.</summary>
    public int Count => _parameterOf.Length;

    /// <summary>Gets for each coordinate whether different values are at distance 1.</summary>
    public bool[] IsHamming { get; }

    /// <summary>Gets the coordinate of each parameter itself, or −1 for a parameter with one value.</summary>
    public int[] OfParameter { get; }

    /// <summary>Gets the same coordinates bent another way.</summary>
    public GpFeatures Bent(IReadOnlyList<GpWarp> warps) => warps.SequenceEqual(Warps) ? this : new(this, warps);

    /// <summary>Gets the place in the unit interval of the parameter that a coordinate stands for.</summary>
    public double ToUnit(int feature, double coordinate) => Warps[feature].Invert(coordinate);

    /// <summary>Gets for a coordinate whether its parameter exists in some branches only.</summary>
    public bool IsConditional(int feature) => !_isGroup[feature] && _geometry.Dimensions[_parameterOf[feature]].Parameter.Conditions.Count > 0;

    /// <summary>Computes the coordinates of a point.</summary>
    public void Write(double[] vector, Span<double> features)
    {
        for (int f = 0; f < features.Length; f++)
        {
            int parameter = _parameterOf[f];
            bool isActive = _geometry.Space.IsActive(parameter, vector);
            features[f] = _isGroup[f]
                ? isActive ? 1 : 0
                : !isActive ? Inactive : IsHamming[f] ? vector[parameter] : Warps[f].Apply(_geometry.Dimensions[parameter].ToUnit(vector[parameter]));
        }
    }

    private static string Key(Parameter parameter) => string.Join(';', parameter.Conditions.Select(condition =>
        string.Create(CultureInfo.InvariantCulture, $"{condition.Parent}:{condition.Low:R}:{condition.High:R}")));
}
