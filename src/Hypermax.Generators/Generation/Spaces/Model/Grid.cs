namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>The same grid arithmetic as the run time's: low + k·step, or k·step without a finite lower bound. A test compares the two.</summary>
internal static class Grid
{
    private const double Tolerance = 1e-9;

    public static double Snap(NumericDomain domain, double value)
    {
        double inside = Math.Min(Math.Max(value, domain.Low), domain.High);
        return domain.Step is double step ? Value(domain, step, Index(domain, step, inside)) : inside;
    }

    public static bool IsOn(NumericDomain domain, double value) =>
        Math.Abs(Snap(domain, value) - value) <= Tolerance * Math.Max(1, Math.Abs(value));

    private static double Index(NumericDomain domain, double step, double value)
    {
        double index = Math.Round((value - Origin(domain)) / step);
        double first = double.IsInfinity(domain.Low) ? double.NegativeInfinity : 0;
        return Math.Min(Math.Max(index, first), LastIndex(domain, step));
    }

    private static double LastIndex(NumericDomain domain, double step)
    {
        double k = (domain.High - Origin(domain)) / step;
        return double.IsInfinity(k) ? k : Math.Floor(k + (Tolerance * Math.Max(1, Math.Abs(k))));
    }

    private static double Value(NumericDomain domain, double step, double index)
    {
        double origin = Origin(domain);
        return Math.Abs(origin) < 1e12 && Math.Abs(step * index) < 1e12 && step > 1e-12
            ? (double)((decimal)origin + ((decimal)step * (decimal)index))
            : origin + (step * index);
    }

    private static double Origin(NumericDomain domain) => double.IsInfinity(domain.Low) ? 0 : domain.Low;
}
