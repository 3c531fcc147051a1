namespace Hypermax;

/// <summary>A parameter whose values come from a list.</summary>
/// <remarks>A constant is a categorical parameter with one choice.</remarks>
public sealed class CategoricalParameter : Parameter
{
    /// <summary>Creates a categorical parameter.</summary>
    /// <param name="name">The path of the parameter.</param>
    /// <param name="choices">The values: <see cref="string"/>, <see cref="bool"/>, <see cref="long"/> or <see cref="double"/>;
    /// at least one, all different.</param>
    /// <param name="weights">How likely each choice is, or null for all equal.</param>
    /// <param name="isOrdered">Whether the order of the choices means something that samplers may use.</param>
    /// <param name="facts">What else is known of the parameter.</param>
    /// <exception cref="ArgumentException">The list is empty, has duplicates or values of another type, or the weights do not fit.</exception>
    public CategoricalParameter(
        string name,
        IEnumerable<object> choices,
        IEnumerable<double>? weights = null,
        bool isOrdered = false,
        ParameterFacts? facts = null)
        : base(name, facts ?? ParameterFacts.None)
    {
        Choices = [.. choices.Select(choice => ChoiceValues.Normalise(name, choice))];
        Weights = weights is null ? null : ChoiceValues.CheckWeights(name, [.. weights], Choices.Count);
        IsOrdered = isOrdered;
        ChoiceValues.CheckDistinct(name, Choices);
    }

    /// <summary>Gets the values to choose from, each a string, a boolean, a long or a double.</summary>
    public IReadOnlyList<object> Choices { get; }

    /// <summary>Gets how likely each choice is, summing to 1, or null when all are equal.</summary>
    public IReadOnlyList<double>? Weights { get; }

    /// <summary>Gets whether the order of the choices means something that samplers may use.</summary>
    public bool IsOrdered { get; }

    /// <summary>Gets whether there is nothing to search: the parameter has one choice only.</summary>
    public bool IsConstant => Choices.Count == 1;

    /// <summary>Gets the index of a choice given in external form, or −1.</summary>
    /// <param name="choice">A string, a boolean or a number of any built-in type.</param>
    public int IndexOf(object choice)
    {
        for (int i = 0; i < Choices.Count; i++)
        {
            if (ChoiceValues.AreSame(Choices[i], choice))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override bool Contains(double value) => value >= 0 && value < Choices.Count && value == Math.Floor(value);

    internal override Parameter With(string name, ParameterFacts facts) =>
        new CategoricalParameter(name, Choices, Weights, IsOrdered, facts);
}
