namespace Hypermax;

/// <summary>Gives the parameter one value that the search does not change; it still appears in reports and files.</summary>
/// <remarks>Put it on a parameter to take it out of the search without changing the type.</remarks>
/// <param name="value">The value, of the type of the property.</param>
public sealed class FixedAttribute(object value) : ParameterAttribute
{
    /// <summary>Gets the value.</summary>
    public object Value { get; } = value;
}
