using Hypermax.Numerics;

namespace Hypermax.Spaces;

/// <summary>The distribution function of a numeric parameter's law, cut at its bounds; a grid widens them by half a step.</summary>
internal sealed class LawCdf
{
    private readonly NumericParameter _parameter;
    private readonly double _low;
    private readonly double _high;
    private readonly double _lowMass;
    private readonly double _mass;

    public LawCdf(NumericParameter parameter)
    {
        _parameter = parameter;
        double half = (parameter.Step ?? 0) / 2;
        double last = parameter.Step is null ? parameter.High : parameter.Grid.Value(parameter.Grid.LastIndex);
        _low = parameter.Low - half;
        _high = (double.IsNaN(last) ? parameter.High : last) + half;
        if (parameter.IsLog && _low <= 0)
        {
            // Half the lowest value stands in for an edge at or below 0, where a logarithm ends.
            _low = parameter.Low > 0 ? Math.Max(parameter.Low / 2, double.Epsilon) : 0;
        }

        if (parameter.IsInteger)
        {
            _low = Math.Max(_low, -LawNumbers.LargestWhole);
            _high = Math.Min(_high, LawNumbers.LargestWhole);
        }

        _lowMass = Raw(_low);
        _mass = Raw(_high) - _lowMass;
    }

    public double Cdf(double value) => _mass > 0 ? (Raw(Math.Clamp(value, _low, _high)) - _lowMass) / _mass : 0.5;

    public double Quantile(double unit)
    {
        double value = RawQuantile(unit);
        return _parameter.IsInteger ? Math.Clamp(value, _low, _high) : value;
    }

    public (double Low, double High) GridCell(double value)
    {
        double half = _parameter.Step!.Value / 2;
        return (Cdf(value - half), Cdf(value + half));
    }

    // Uniform laws need no normalising here: Cdf divides by the mass between the bounds.
    private double Raw(double value) => _parameter.Law switch
    {
        Law.Uniform => value,
        Law.LogUniform => Math.Log(value),
        Law.Normal => NormalDistribution.Cdf((value - _parameter.Mean) / _parameter.Deviation),
        _ => value <= 0 ? 0 : NormalDistribution.Cdf((Math.Log(value) - _parameter.Mean) / _parameter.Deviation),
    };

    private double RawQuantile(double unit) => _parameter.Law switch
    {
        Law.Uniform => _low + (unit * (_high - _low)),
        Law.LogUniform => Math.Exp(Math.Log(_low) + (unit * (Math.Log(_high) - Math.Log(_low)))),
        Law.Normal => NormalQuantile(unit),
        _ => Math.Min(Math.Exp(NormalQuantile(unit)), double.MaxValue),
    };

    private double NormalQuantile(double unit)
    {
        // The outermost draws stay finite: 1e-12 is about 7 deviations.
        double p = Math.Clamp(_lowMass + (unit * _mass), 1e-12, 1 - 1e-12);
        return _parameter.Mean + (_parameter.Deviation * NormalDistribution.Quantile(p));
    }
}
