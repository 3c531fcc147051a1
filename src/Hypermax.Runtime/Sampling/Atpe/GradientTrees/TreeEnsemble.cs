namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>Gradient-boosted trees: a number, or one for each class, from named inputs.</summary>
/// <remarks>Immutable and safe to share between threads. Cost of a prediction: the depth of the trees times their number.</remarks>
internal sealed class TreeEnsemble
{
    private readonly DecisionTree[] _trees;
    private readonly EnsembleOutput _output;
    private readonly double _share;

    /// <summary>Creates an ensemble; tree t belongs to class t modulo the number of classes.</summary>
    public TreeEnsemble(string[] inputs, int classes, EnsembleOutput output, bool isAverage, DecisionTree[] trees)
    {
        (Inputs, ClassCount, _output, _trees) = (inputs, classes, output, trees);
        _share = isAverage ? (double)classes / trees.Length : 1;
    }

    /// <summary>Gets the names of the inputs, in order.</summary>
    public string[] Inputs { get; }

    /// <summary>Gets the number of outputs: 1 for a regression.</summary>
    public int ClassCount { get; }

    /// <summary>Gets the number of trees of all classes.</summary>
    public int TreeCount => _trees.Length;

    /// <summary>Predicts.</summary>
    /// <param name="inputs">A value for each input; NaN where it is missing.</param>
    /// <param name="outputs">Where the number, or the probability of each class, is written.</param>
    public void Predict(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        outputs[..ClassCount].Clear();
        for (int tree = 0; tree < _trees.Length; tree++)
        {
            outputs[tree % ClassCount] += _share * _trees[tree].Value(inputs);
        }

        _output.Apply(outputs[..ClassCount]);
    }

    /// <summary>Splits the sum of a class's trees over the inputs that moved it.</summary>
    /// <param name="inputs">A value for each input.</param>
    /// <param name="outputClass">The class; 0 for a regression.</param>
    /// <param name="contributions">Where the part of each input is written.</param>
    /// <returns>The mean over the training data; with the contributions it makes the sum of the class.</returns>
    public double Explain(ReadOnlySpan<double> inputs, int outputClass, Span<double> contributions)
    {
        contributions[..Inputs.Length].Clear();
        double mean = 0;
        for (int tree = outputClass; tree < _trees.Length; tree += ClassCount)
        {
            mean += _trees[tree].Explain(inputs, contributions);
        }

        foreach (ref double contribution in contributions[..Inputs.Length])
        {
            contribution *= _share;
        }

        return mean * _share;
    }
}
