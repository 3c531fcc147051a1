namespace LearningCurves;

/// <summary>A network with two layers of hidden units, trained by gradient descent with momentum.</summary>
public sealed class Network
{
    private readonly NetworkParams _parameters;
    private readonly Layer[] _layers;
    private readonly Random _random;

    /// <summary>Draws a network.</summary>
    /// <param name="parameters">How it looks and learns.</param>
    /// <param name="seed">Where its weights and the order of cases come from.</param>
    public Network(NetworkParams parameters, int seed)
    {
        _parameters = parameters;
        _random = new Random(seed);
        _layers =
        [
            new Layer(2, parameters.Units, parameters.Activation, _random),
            new Layer(parameters.Units, parameters.Units, parameters.Activation, _random),
            new Layer(parameters.Units, 1, activation: null, _random),
        ];
    }

    /// <summary>Learns from every case once.</summary>
    /// <param name="cases">The cases.</param>
    public void Learn(Spirals cases)
    {
        int[] order = [.. Enumerable.Range(0, cases.Labels.Length)];
        _random.Shuffle(order);
        foreach (int[] batch in order.Chunk(_parameters.BatchSize))
        {
            foreach (int i in batch)
            {
                // The slope of the log loss before the squashing is what was predicted, less what is true.
                double error = Probability(cases.Points[i]) - cases.Labels[i];
                double[] slopes = [error / batch.Length];
                for (int layer = _layers.Length - 1; layer >= 0; layer--)
                {
                    slopes = _layers[layer].Backward(slopes);
                }
            }

            foreach (Layer layer in _layers)
            {
                layer.Step(_parameters.LearningRate, _parameters.Momentum, _parameters.WeightDecay);
            }
        }
    }

    /// <summary>Scores the network.</summary>
    /// <param name="cases">The cases to predict.</param>
    /// <returns>The mean log loss, at most 20 for one case, and the share of cases that are right.</returns>
    public (double LogLoss, double Accuracy) Score(Spirals cases)
    {
        double loss = 0;
        int right = 0;
        for (int i = 0; i < cases.Labels.Length; i++)
        {
            double probability = Probability(cases.Points[i]);
            double given = cases.Labels[i] == 1 ? probability : 1 - probability;
            loss += double.IsNaN(given) ? 20 : -Math.Log(Math.Max(given, Math.Exp(-20)));
            right += given > 0.5 ? 1 : 0;
        }

        return (loss / cases.Labels.Length, (double)right / cases.Labels.Length);
    }

    private double Probability(double[] point)
    {
        double[] values = [point[0] * _parameters.InputScale, point[1] * _parameters.InputScale];
        foreach (Layer layer in _layers)
        {
            values = layer.Forward(values);
        }

        return 1 / (1 + Math.Exp(-values[0]));
    }
}
