public static class Training
{
    /// <summary>Trains with the parameters of one trial: 1 - the area under the ROC curve, over three folds.</summary>
    [Objective(Trials = 100)]
    public static double Train({{type}} parameters)
    {
        MLContext ml = new(seed: 1);
        IDataView data = ml.Data.LoadFromEnumerable(Rows());
        var trainer = {{trainer}};
        return 1 - ml.BinaryClassification.CrossValidateNonCalibrated(data, trainer, numberOfFolds: 3).Average(fold => fold.Metrics.AreaUnderRocCurve);
    }

    // Put your own data here: two classes that five of ten columns tell of.
    private static IEnumerable<Row> Rows()
    {
        Random random = new(1);
        for (int i = 0; i < 2000; i++)
        {
            float[] x = [.. Enumerable.Range(0, 10).Select(_ => random.NextSingle())];
            double sum = (10 * Math.Sin(Math.PI * x[0] * x[1])) + (20 * Math.Pow(x[2] - 0.5, 2)) + (10 * x[3]) + (5 * x[4]) + (3 * random.NextDouble());
            yield return new Row { Label = sum > 16, Features = x };
        }
    }

    private sealed class Row
    {
        public bool Label { get; init; }

        [VectorType(10)]
        public float[] Features { get; init; } = [];
    }
}
