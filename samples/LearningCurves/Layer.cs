namespace LearningCurves;

/// <summary>One layer of a network, with the gradients that it has gathered since its last step.</summary>
internal sealed class Layer
{
    private readonly Activation? _activation;
    private readonly double[][] _weights;
    private readonly double[][] _gradients;
    private readonly double[][] _steps;
    private readonly double[] _outputs;
    private double[] _inputs = [];

    public Layer(int inputs, int units, Activation? activation, Random random)
    {
        _activation = activation;
        _outputs = new double[units];

        // One weight more for the threshold.
        double scale = Math.Sqrt(2.0 / inputs);
        _weights = [.. Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, inputs + 1).Select(_ => scale * ((2 * random.NextDouble()) - 1)).ToArray())];
        _gradients = [.. _weights.Select(row => new double[row.Length])];
        _steps = [.. _weights.Select(row => new double[row.Length])];
    }

    public double[] Forward(double[] inputs)
    {
        _inputs = inputs;
        for (int unit = 0; unit < _outputs.Length; unit++)
        {
            double[] weights = _weights[unit];
            double sum = weights[^1];
            for (int i = 0; i < inputs.Length; i++)
            {
                sum += weights[i] * inputs[i];
            }

            _outputs[unit] = _activation switch
            {
                Activation.Tanh => Math.Tanh(sum),
                Activation.Relu => Math.Max(0, sum),
                _ => sum,
            };
        }

        return _outputs;
    }

    /// <summary>Gathers gradients, and gets the slopes for the layer before.</summary>
    public double[] Backward(double[] slopes)
    {
        double[] before = new double[_inputs.Length];
        for (int unit = 0; unit < _outputs.Length; unit++)
        {
            double output = _outputs[unit];
            double slope = slopes[unit] * _activation switch
            {
                Activation.Tanh => 1 - (output * output),
                Activation.Relu => output > 0 ? 1 : 0,
                _ => 1,
            };
            double[] weights = _weights[unit];
            double[] gradients = _gradients[unit];
            for (int i = 0; i < _inputs.Length; i++)
            {
                gradients[i] += slope * _inputs[i];
                before[i] += slope * weights[i];
            }

            gradients[^1] += slope;
        }

        return before;
    }

    public void Step(double rate, double momentum, double decay)
    {
        for (int unit = 0; unit < _weights.Length; unit++)
        {
            for (int i = 0; i < _weights[unit].Length; i++)
            {
                _steps[unit][i] = (momentum * _steps[unit][i]) - (rate * (_gradients[unit][i] + (decay * _weights[unit][i])));
                _weights[unit][i] += _steps[unit][i];
                _gradients[unit][i] = 0;
            }
        }
    }
}
