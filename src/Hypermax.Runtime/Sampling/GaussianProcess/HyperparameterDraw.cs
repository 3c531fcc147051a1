using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Draws hyperparameters from about their posterior, so that a proposal does not rest on the one most likely model.</summary>
/// <remarks>
/// A few short Hamiltonian trajectories from the mode (Neal 2011, "MCMC using Hamiltonian dynamics"). From few trials, and
/// under noise, models that are nearly as likely say other things: what is noise in one is a narrow basin in another. Costs as much as
/// nineteen evaluations of the likelihood. Keeps its buffers; not safe to share between threads.
/// </remarks>
internal sealed class HyperparameterDraw(GpPrior prior, GpLikelihood likelihood)
{
    private const int Trajectories = 3;
    private const int Steps = 6;
    private const double StepSize = 0.3;
    private readonly double[] _speed = new double[prior.Low.Length];
    private double[] _place = new double[prior.Low.Length];
    private double[] _slope = new double[prior.Low.Length];
    private double[] _moved = new double[prior.Low.Length];
    private double[] _movedSlope = new double[prior.Low.Length];

    /// <summary>Draws.</summary>
    /// <param name="mode">The mode, where the first trajectory begins.</param>
    /// <param name="data">The points.</param>
    /// <param name="losses">Their transformed losses.</param>
    /// <param name="stream">Where random numbers come from.</param>
    public GpHyperparameters From(GpHyperparameters mode, GpData data, double[] losses, SeedStream stream)
    {
        mode.Log.CopyTo(_place, 0);
        double value = likelihood.Evaluate(data, _place, losses, _slope);
        for (int trajectory = 0; trajectory < Trajectories; trajectory++)
        {
            double step = StepSize * (0.5 + stream.NextDouble());
            for (int i = 0; i < _speed.Length; i++)
            {
                _speed[i] = stream.NextNormal();
            }

            double before = value + Kinetic();
            double after = Travel(data, losses, step, value);
            if (stream.NextDouble() < Math.Exp(before - after - Kinetic()))
            {
                (_place, _moved, _slope, _movedSlope, value) = (_moved, _place, _movedSlope, _slope, after);
            }
        }

        return mode with { Log = [.. _place] };
    }

    // Leapfrog steps; who meets a bound comes back from it.
    private double Travel(GpData data, double[] losses, double step, double value)
    {
        _place.CopyTo(_moved, 0);
        _slope.CopyTo(_movedSlope, 0);
        for (int k = 0; k < Steps && double.IsFinite(value); k++)
        {
            Push(step);
            for (int i = 0; i < _speed.Length; i++)
            {
                double moved = _moved[i] + (step * _speed[i]);
                double inside = Math.Clamp(moved, prior.Low[i], prior.High[i]);
                _moved[i] = Math.Clamp((2 * inside) - moved, prior.Low[i], prior.High[i]);
                _speed[i] = moved == inside ? _speed[i] : -_speed[i];
            }

            value = likelihood.Evaluate(data, _moved, losses, _movedSlope);
            Push(step);
        }

        return value;
    }

    private void Push(double step)
    {
        for (int i = 0; i < _speed.Length; i++)
        {
            _speed[i] -= 0.5 * step * _movedSlope[i];
        }
    }

    private double Kinetic()
    {
        double sum = 0;
        foreach (double speed in _speed)
        {
            sum += 0.5 * speed * speed;
        }

        return sum;
    }
}
