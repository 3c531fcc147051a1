namespace Hypermax;

/// <summary>A search space whose points are values of a user's type.</summary>
/// <typeparam name="T">The user's type.</typeparam>
public sealed class SearchSpace<T> : SearchSpace
{
    /// <summary>Creates a typed space; called by generated code.</summary>
    /// <param name="name">What the space is called in reports and files.</param>
    /// <param name="parameters">The parameters, parents before children.</param>
    /// <param name="binder">Turns vectors into values and back.</param>
    /// <param name="relations">Relations between parameters, or null for none.</param>
    /// <param name="isValid">The user's predicate for points that make sense, or null when all do.</param>
    public SearchSpace(
        string name, IEnumerable<Parameter> parameters, SpaceBinder<T> binder, IEnumerable<Relation>? relations = null, Func<T, bool>? isValid = null)
        : base(name, parameters, relations)
    {
        Binder = binder;
        IsValid = isValid;
    }

    /// <summary>Gets what turns vectors into values and back.</summary>
    public SpaceBinder<T> Binder { get; }

    /// <summary>Gets the user's predicate for points that make sense, or null when all do.</summary>
    public Func<T, bool>? IsValid { get; }

    /// <summary>Creates the value that a point describes.</summary>
    /// <param name="vector">The point in vector form; valid for this space.</param>
    public T Bind(double[] vector) => Binder.Bind(vector, 0);

    /// <summary>Creates the value that a point describes.</summary>
    /// <param name="point">The point; valid for this space.</param>
    public T Bind(Point point) => Bind(point.Vector);

    /// <summary>Gets the point that a value describes, as <see cref="Unbind"/> does.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value holds something that the space cannot express; the message lists every such thing.</exception>
    public Point PointOf(T value) => Point.Owning(Unbind(value));

    /// <summary>Gets the point that a value describes.</summary>
    /// <remarks>Bounds are not checked, so a value may be unbound that no search would propose; see <see cref="Validate"/>.</remarks>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value holds something that the space cannot express, such as a string that is no choice;
    /// the message lists every such thing.</exception>
    public double[] Unbind(T value)
    {
        double[] vector = new double[Count];
        Binder.Unbind(value, vector, 0);
        for (int i = 0; i < vector.Length; i++)
        {
            if (double.IsNegativeInfinity(vector[i]))
            {
                throw new ArgumentException(string.Join(Environment.NewLine, SpaceViolations.Unknown(this, value)), nameof(value));
            }
        }

        return vector;
    }

    /// <summary>Checks a value that did not come from a search, such as one read from a configuration file.</summary>
    /// <param name="value">The value.</param>
    /// <returns>One sentence for everything that is wrong, naming the parameter, the value and the rule;
    /// empty when the value is a point of the space.</returns>
    public IReadOnlyList<string> Validate(T value) => SpaceViolations.Of(this, value);
}
