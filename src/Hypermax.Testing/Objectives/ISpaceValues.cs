namespace Hypermax.Testing.Objectives;

/// <summary>Makes values of a type that only reflection knows.</summary>
internal interface ISpaceValues
{
    /// <summary>Gets the space.</summary>
    SearchSpace Space { get; }

    /// <summary>Makes the value at a point.</summary>
    object Bind(Point point);
}
