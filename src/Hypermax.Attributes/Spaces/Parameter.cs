namespace Hypermax;

/// <summary>One named dimension of a search space.</summary>
/// <remarks>
/// <para>A value of a parameter has two forms. The external form is what users see: a number, a string, a boolean.
/// The vector form is one <see cref="double"/>: the number itself for a <see cref="NumericParameter"/>, the index of the
/// choice for a <see cref="CategoricalParameter"/>, and NaN where the parameter is inactive.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public abstract class Parameter
{
    private protected Parameter(string name, ParameterFacts facts)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("A parameter needs a name of at least one character.", nameof(name));
        }

        Name = name;
        Facts = facts;
    }

    /// <summary>Gets the path of the parameter from the root of the space, with dots between the segments.</summary>
    public string Name { get; }

    /// <summary>Gets the conditions that must all hold for the parameter to exist; empty when it always exists.</summary>
    public IReadOnlyList<Condition> Conditions => Facts.Conditions;

    /// <summary>Gets the declared default in vector form, or null when none was declared.</summary>
    public double? Default => Facts.Default;

    /// <summary>Gets what the parameter means, or null.</summary>
    public string? Description => Facts.Description;

    /// <summary>Gets the unit of the values, or null.</summary>
    public string? Unit => Facts.Unit;

    /// <summary>Gets the paths that the parameter had in earlier versions of the space.</summary>
    public IReadOnlyList<string> FormerNames => Facts.FormerNames;

    /// <summary>Gets where the parameter was declared, or null when the space was not generated from source.</summary>
    public SourcePosition? Position => Facts.Position;

    /// <summary>Gets everything about the parameter but its name and its distribution.</summary>
    public ParameterFacts Facts { get; }

    /// <summary>Tells whether a value in vector form is one that this parameter can have.</summary>
    /// <param name="value">The value; NaN is never contained.</param>
    public abstract bool Contains(double value);

    /// <summary>Gets the same parameter with another name and other facts.</summary>
    internal abstract Parameter With(string name, ParameterFacts facts);
}
