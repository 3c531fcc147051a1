using Hypermax;

namespace RandomForest;

/// <summary>Which cases each tree is grown from: a conditional choice, for the fraction exists in two branches only.</summary>
[SearchSpace]
public abstract partial record Resampling
{
    /// <summary>Every tree sees every case; trees then differ by the measurements they may choose from.</summary>
    public sealed partial record None : Resampling;

    /// <summary>Cases are drawn with replacement, as in Breiman's forests.</summary>
    /// <param name="Fraction">The number of draws, as a part of the cases.</param>
    public sealed partial record Bootstrap([Uniform(0.3, 1.0, Default = 1.0)] double Fraction) : Resampling;

    /// <summary>Cases are drawn without replacement.</summary>
    /// <param name="Fraction">The part of the cases that is drawn.</param>
    public sealed partial record Subsample([Uniform(0.3, 0.95)] double Fraction) : Resampling;
}
