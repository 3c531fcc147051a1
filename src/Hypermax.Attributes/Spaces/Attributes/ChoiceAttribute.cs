namespace Hypermax;

/// <summary>Draws one of several values, all equally likely unless <see cref="Weights"/> says otherwise.</summary>
/// <param name="choices">The values: strings, numbers, booleans or enum members of the property's type; at least one, all different. None at all on an enum
/// or boolean property means every value.</param>
public sealed class ChoiceAttribute(params object[] choices) : ParameterAttribute
{
    /// <summary>Gets the values to choose from.</summary>
    public IReadOnlyList<object> Choices { get; } = choices;

    /// <summary>Gets or sets how likely each value is, in the order of the choices (Hyperopt's <c>pchoice</c>).</summary>
    /// <value>One non-negative number a choice, with a positive sum. By default null: all equal.</value>
    public double[]? Weights { get; set; }

    /// <summary>Gets or sets the value to begin with and to use while nothing has been tuned. By default the first.</summary>
    public object? Default { get; set; }
}
