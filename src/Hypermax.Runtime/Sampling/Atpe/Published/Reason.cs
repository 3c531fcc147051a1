namespace Hypermax.Sampling.Atpe.Published;

/// <summary>An input of a model and by how much it moved the setting.</summary>
/// <param name="Input">The name of the feature, or of an earlier setting.</param>
/// <param name="Effect">In the unit of the setting, after stretching; for a mode in units of the logarithm of its odds.</param>
internal readonly record struct Reason(string Input, double Effect)
{
    private const int Count = 3;

    /// <summary>Gets the inputs that moved a setting most, the strongest first.</summary>
    public static IReadOnlyList<Reason> Strongest(string[] inputs, ReadOnlySpan<double> effects, double factor)
    {
        List<Reason> reasons = [];
        for (int i = 0; i < inputs.Length; i++)
        {
            double effect = effects[i] * factor;
            int place = reasons.Count;
            while (place > 0 && Math.Abs(effect) > Math.Abs(reasons[place - 1].Effect))
            {
                place--;
            }

            if (place < Count && effect != 0)
            {
                reasons.Insert(place, new Reason(inputs[i], effect));
                if (reasons.Count > Count)
                {
                    reasons.RemoveAt(Count);
                }
            }
        }

        return reasons;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Input} {(Effect < 0 ? "−" : "+")}{Math.Abs(Effect):G2}");
}
