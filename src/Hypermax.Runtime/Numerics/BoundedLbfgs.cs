namespace Hypermax.Numerics;

/// <summary>Minimises a smooth function within a box by limited-memory BFGS with projection.</summary>
/// <remarks>
/// Bertsekas' two-metric projection (1982): variables at a bound that the gradient pushes outwards are held, the
/// quasi-Newton step (two-loop recursion, Nocedal 1980) is taken in the others, projected, and shortened until the
/// function falls enough (Armijo). Deterministic; keeps its buffers, so an instance is not safe to share between threads.
/// </remarks>
internal sealed class BoundedLbfgs
{
    private const int Memory = 8;
    private readonly int _n;
    private readonly double[][] _steps;
    private readonly double[][] _changes;
    private readonly double[] _curvatures = new double[Memory];
    private readonly double[] _direction;
    private readonly double[] _trial;
    private readonly double[] _gradient;
    private readonly double[] _trialGradient;

    public BoundedLbfgs(int n)
    {
        _n = n;
        _steps = Rows(n);
        _changes = Rows(n);
        _direction = new double[n];
        _trial = new double[n];
        _gradient = new double[n];
        _trialGradient = new double[n];
    }

    /// <summary>Computes the function and writes its gradient.</summary>
    public delegate double Function(ReadOnlySpan<double> x, Span<double> gradient);

    /// <summary>Improves a point.</summary>
    /// <param name="function">What to minimise; a value that is not finite counts as a step too far.</param>
    /// <param name="x">The start, replaced by the best point found.</param>
    /// <param name="low">The lower bounds.</param>
    /// <param name="high">The upper bounds.</param>
    /// <param name="evaluations">How often the function may be called.</param>
    /// <param name="tolerance">Ends when the largest free component of the gradient is below this.</param>
    /// <param name="firstStep">The length of the first step in the largest coordinate.</param>
    /// <returns>The function at the point found.</returns>
    public double Minimize(
        Function function, Span<double> x, ReadOnlySpan<double> low, ReadOnlySpan<double> high, int evaluations, double tolerance, double firstStep)
    {
        double value = function(x, _gradient);
        int pairs = 0;
        for (int used = 1; used < evaluations && double.IsFinite(value);)
        {
            double slope = Direction(x, low, high, pairs, firstStep);
            if (Largest(x, low, high) < tolerance || !(slope < 0))
            {
                break;
            }

            double next = Search(function, x, low, high, value, ref used, evaluations);
            if (double.IsNaN(next))
            {
                // The quasi-Newton model misled: forget it once, then stop.
                if (pairs == 0)
                {
                    break;
                }

                pairs = 0;
                continue;
            }

            pairs = Remember(x, pairs);
            bool small = value - next <= 1e-10 * (Math.Abs(value) + 1e-3);
            value = next;
            if (small)
            {
                break;
            }
        }

        return value;
    }

    private static double[][] Rows(int n) => [.. Enumerable.Range(0, Memory).Select(_ => new double[n])];

    private double Largest(ReadOnlySpan<double> x, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        double largest = 0;
        for (int i = 0; i < _n; i++)
        {
            largest = IsHeld(x, low, high, i) ? largest : Math.Max(largest, Math.Abs(_gradient[i]));
        }

        return largest;
    }

    private bool IsHeld(ReadOnlySpan<double> x, ReadOnlySpan<double> low, ReadOnlySpan<double> high, int i) =>
        (x[i] <= low[i] && _gradient[i] > 0) || (x[i] >= high[i] && _gradient[i] < 0);

    // Writes the quasi-Newton direction of the free variables and returns its slope.
    private double Direction(ReadOnlySpan<double> x, ReadOnlySpan<double> low, ReadOnlySpan<double> high, int pairs, double firstStep)
    {
        Span<double> weights = stackalloc double[Memory];
        int kept = Math.Min(pairs, Memory);
        for (int i = 0; i < _n; i++)
        {
            _direction[i] = IsHeld(x, low, high, i) ? 0 : -_gradient[i];
        }

        for (int k = 1; k <= kept; k++)
        {
            int at = (pairs - k) % Memory;
            weights[at] = LaneMath.Dot(_steps[at], _direction) * _curvatures[at];
            LaneMath.AddScaled(_direction, -weights[at], _changes[at]);
        }

        double scale = kept == 0 ? FirstScale(firstStep) : Scale((pairs - 1) % Memory);
        for (int i = 0; i < _n; i++)
        {
            _direction[i] *= scale;
        }

        for (int k = kept; k >= 1; k--)
        {
            int at = (pairs - k) % Memory;
            double correction = LaneMath.Dot(_changes[at], _direction) * _curvatures[at];
            LaneMath.AddScaled(_direction, weights[at] - correction, _steps[at]);
        }

        double slope = 0;
        for (int i = 0; i < _n; i++)
        {
            _direction[i] = IsHeld(x, low, high, i) ? 0 : _direction[i];
            slope += _direction[i] * _gradient[i];
        }

        return slope;
    }

    private double FirstScale(double firstStep)
    {
        double largest = 0;
        for (int i = 0; i < _n; i++)
        {
            largest = Math.Max(largest, Math.Abs(_direction[i]));
        }

        return largest > 0 ? firstStep / largest : 1;
    }

    private double Scale(int at) => 1 / (_curvatures[at] * LaneMath.Dot(_changes[at], _changes[at]));

    // Halves the step until the function falls enough; NaN when it never does.
    private double Search(Function function, Span<double> x, ReadOnlySpan<double> low, ReadOnlySpan<double> high, double value, ref int used, int evaluations)
    {
        double length = 1;
        for (int attempt = 0; attempt < 12 && used < evaluations; attempt++)
        {
            double decrease = 0;
            for (int i = 0; i < _n; i++)
            {
                _trial[i] = Math.Clamp(x[i] + (length * _direction[i]), low[i], high[i]);
                decrease += _gradient[i] * (_trial[i] - x[i]);
            }

            double next = function(_trial, _trialGradient);
            used++;
            if (next <= value + (1e-4 * decrease) && decrease < 0)
            {
                return next;
            }

            length *= double.IsFinite(next) ? 0.4 : 0.1;
        }

        return double.NaN;
    }

    // Moves to the trial point and keeps the pair of step and change of gradient where it curves upwards.
    private int Remember(Span<double> x, int pairs)
    {
        int at = pairs % Memory;
        for (int i = 0; i < _n; i++)
        {
            _steps[at][i] = _trial[i] - x[i];
            _changes[at][i] = _trialGradient[i] - _gradient[i];
            x[i] = _trial[i];
            _gradient[i] = _trialGradient[i];
        }

        double curvature = LaneMath.Dot(_steps[at], _changes[at]);
        if (!(curvature > 1e-12 * LaneMath.Dot(_changes[at], _changes[at])))
        {
            return pairs;
        }

        _curvatures[at] = 1 / curvature;
        return pairs + 1;
    }
}
