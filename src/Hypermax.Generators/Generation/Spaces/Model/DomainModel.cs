namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>The values one entry of a vector can have.</summary>
internal abstract record DomainModel
{
    /// <summary>Gets the value to begin with where no default is declared.</summary>
    public abstract double Middle { get; }

    /// <summary>Tells whether an entry can have a value.</summary>
    public abstract bool Contains(double value);
}
