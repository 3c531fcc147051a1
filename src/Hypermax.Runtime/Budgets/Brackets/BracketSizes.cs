namespace Hypermax.Budgets.Brackets;

/// <summary>How many trials the rungs of a bracket have: from η, the number of brackets S + 1, the bracket s and the rung i in it.</summary>
internal static class BracketSizes
{
    /// <summary>Li et al. 2018, Algorithm 1: ⌊⌈(S + 1) ηˢ / (s + 1)⌉ η⁻ⁱ⌋.</summary>
    public static Func<int, int, int, double> Hyperband(double eta) =>
        (brackets, s, i) => Math.Floor(Whole(Math.Ceiling(Whole(brackets * Power(eta, s) / (s + 1))) / Power(eta, i)));

    /// <summary>HpBandSter's: ⌊⌊(S + 1) / (s + 1)⌋ ηˢ η⁻ⁱ⌋, so that the floor comes before the product.</summary>
    public static Func<int, int, int, double> Bohb(double eta) =>
        (brackets, s, i) => Math.Floor(Whole(brackets / (s + 1) * Power(eta, s) / Power(eta, i)));

    /// <summary>Hypermax's: (S + 1) ηˢ / (s + 1) · η⁻ⁱ, rounded.</summary>
    public static Func<int, int, int, double> Abh(double eta) =>
        (brackets, s, i) => Math.Round(brackets * Power(eta, s) / (s + 1) / Power(eta, i));

    private static double Power(double eta, int exponent)
    {
        double power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= eta;
        }

        return power;
    }

    // A quotient that is whole but for the last bits must not lose one at the floor.
    private static double Whole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9 * Math.Abs(value) ? Math.Round(value) : value;
}
