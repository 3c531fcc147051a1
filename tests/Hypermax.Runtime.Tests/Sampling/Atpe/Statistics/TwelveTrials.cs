using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Atpe.Statistics;

/// <summary>A history of twelve trials, one of them failed, with ties and a branch;
/// its features were computed apart from this code, from their definitions.</summary>
internal static class TwelveTrials
{
    /// <summary>x, y, the choice, what exists under its second value, and the loss. The median of the losses is 1, their quartiles are 0.8 and 1.2.</summary>
    private static readonly double[][] Rows =
    [
        [0.10, 1, 0, double.NaN, 1.25],
        [0.90, 2, 1, 5.0, 3.5],
        [0.40, 3, 0, double.NaN, 1.0],
        [0.35, 3, 1, 2.0, 0.85],
        [0.80, 1, 1, 4.0, 2.0],
        [0.30, 4, 0, double.NaN, double.NaN],
        [0.55, 2, 1, 1.0, 1.15],
        [0.25, 4, 0, double.NaN, 0.75],
        [0.22, 4, 1, 3.0, 0.85],
        [0.60, 2, 0, double.NaN, 1.0],
        [0.28, 5, 1, 2.5, 0.3],
        [0.27, 4, 0, double.NaN, 0.6],
    ];

    public static SpaceGeometry Geometry { get; } = new(new SearchSpace("twelve",
    [
        new NumericParameter("x", Law.Uniform, 0, 1),
        new NumericParameter("y", Law.Uniform, 1, 5, isInteger: true),
        new CategoricalParameter("c", ["without", "with"]),
        new NumericParameter("z", Law.Uniform, 0, 10, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
    ]));

    /// <summary>Makes the history with losses a·y + b.</summary>
    public static TrialHistory History(double a = 1, double b = 0)
    {
        TrialHistory history = new(4);
        for (int i = 0; i < Rows.Length; i++)
        {
            double loss = Rows[i][4];
            history.Add(i, Rows[i].AsSpan(0, 4), (a * loss) + b, double.IsNaN(loss) ? TrialState.Failed : TrialState.Complete);
        }

        return history;
    }

    /// <summary>Gets every feature but the cardinality, by name.</summary>
    public const string Expected = """
        all_correlation_best_percentile25_ratio 1.24661631672
        all_correlation_best_percentile50_ratio 1.65468982724
        all_correlation_best_percentile75_ratio 1.65895415858
        all_correlation_kurtosis -1.5
        all_correlation_percentile5_percentile25_ratio 1.19729305338
        all_correlation_skew 0.706960782542
        all_correlation_stddev_best_ratio 0.187251163346
        all_correlation_stddev_median_ratio 0.309842595126
        all_loss_best_percentile25_ratio 0.375
        all_loss_best_percentile50_ratio 0.3
        all_loss_best_percentile75_ratio 0.25
        all_loss_kurtosis 2.48469394731
        all_loss_percentile5_percentile25_ratio 0.5625
        all_loss_skew 1.79899289018
        all_loss_stddev_best_ratio 2.77657457872
        all_loss_stddev_median_ratio 0.832972373615
        recent_10_correlation_best_percentile25_ratio 1.09956038286
        recent_10_correlation_best_percentile50_ratio 1.22113727775
        recent_10_correlation_best_percentile75_ratio 1.9300312109
        recent_10_correlation_kurtosis -1.5
        recent_10_correlation_percentile5_percentile25_ratio 1.07964830629
        recent_10_correlation_skew -0.554903764076
        recent_10_correlation_stddev_best_ratio 0.334535301835
        recent_10_correlation_stddev_median_ratio 0.408513527796
        recent_10_loss_best_percentile25_ratio 0.4
        recent_10_loss_best_percentile50_ratio 0.352941176471
        recent_10_loss_best_percentile75_ratio 0.3
        recent_10_loss_kurtosis 1.19586013513
        recent_10_loss_percentile5_percentile25_ratio 0.56
        recent_10_loss_skew 1.12214023443
        recent_10_loss_stddev_best_ratio 1.47079478901
        recent_10_loss_stddev_median_ratio 0.519104043181
        recent_15%_correlation_best_percentile25_ratio 1.05572809
        recent_15%_correlation_best_percentile50_ratio 1.11803398875
        recent_15%_correlation_best_percentile75_ratio 2.2360679775
        recent_15%_correlation_kurtosis -1.5
        recent_15%_correlation_percentile5_percentile25_ratio 1.044582472
        recent_15%_correlation_skew -0.677847588974
        recent_15%_correlation_stddev_best_ratio 0.448596034312
        recent_15%_correlation_stddev_median_ratio 0.501545613579
        recent_15%_loss_best_percentile25_ratio 0.5
        recent_15%_loss_best_percentile50_ratio 0.4
        recent_15%_loss_best_percentile75_ratio 0.352941176471
        recent_15%_loss_kurtosis -0.887811634349
        recent_15%_loss_percentile5_percentile25_ratio 0.6
        recent_15%_loss_skew -0.507033678458
        recent_15%_loss_stddev_best_ratio 0.795822425754
        recent_15%_loss_stddev_median_ratio 0.318328970302
        recent_25_correlation_best_percentile25_ratio 1.24661631672
        recent_25_correlation_best_percentile50_ratio 1.65468982724
        recent_25_correlation_best_percentile75_ratio 1.65895415858
        recent_25_correlation_kurtosis -1.5
        recent_25_correlation_percentile5_percentile25_ratio 1.19729305338
        recent_25_correlation_skew 0.706960782542
        recent_25_correlation_stddev_best_ratio 0.187251163346
        recent_25_correlation_stddev_median_ratio 0.309842595126
        recent_25_loss_best_percentile25_ratio 0.375
        recent_25_loss_best_percentile50_ratio 0.3
        recent_25_loss_best_percentile75_ratio 0.25
        recent_25_loss_kurtosis 2.48469394731
        recent_25_loss_percentile5_percentile25_ratio 0.5625
        recent_25_loss_skew 1.79899289018
        recent_25_loss_stddev_best_ratio 2.77657457872
        recent_25_loss_stddev_median_ratio 0.832972373615
        top_10%_correlation_best_percentile25_ratio 1
        top_10%_correlation_best_percentile50_ratio 1
        top_10%_correlation_best_percentile75_ratio 2
        top_10%_correlation_kurtosis -1.5
        top_10%_correlation_percentile5_percentile25_ratio 1
        top_10%_correlation_skew -0.707106781187
        top_10%_correlation_stddev_best_ratio 0.471404520791
        top_10%_correlation_stddev_median_ratio 0.471404520791
        top_10%_loss_best_percentile25_ratio 0.8
        top_10%_loss_best_percentile50_ratio 0.666666666667
        top_10%_loss_best_percentile75_ratio 0.571428571429
        top_10%_loss_kurtosis -2
        top_10%_loss_percentile5_percentile25_ratio 0.84
        top_10%_loss_skew 5.78241158659e-16
        top_10%_loss_stddev_best_ratio 0.5
        top_10%_loss_stddev_median_ratio 0.333333333333
        top_20%_correlation_best_percentile25_ratio 1.07179676972
        top_20%_correlation_best_percentile50_ratio 1.15470053838
        top_20%_correlation_best_percentile75_ratio 2.30940107676
        top_20%_correlation_kurtosis -1.5
        top_20%_correlation_percentile5_percentile25_ratio 1.05743741578
        top_20%_correlation_skew -0.658957539399
        top_20%_correlation_stddev_best_ratio 0.4432141685
        top_20%_correlation_stddev_median_ratio 0.511779638984
        top_20%_loss_best_percentile25_ratio 0.666666666667
        top_20%_loss_best_percentile50_ratio 0.5
        top_20%_loss_best_percentile75_ratio 0.444444444444
        top_20%_loss_kurtosis -1.5
        top_20%_loss_percentile5_percentile25_ratio 0.733333333333
        top_20%_loss_skew -0.381801774161
        top_20%_loss_stddev_best_ratio 0.623609564462
        top_20%_loss_stddev_median_ratio 0.311804782231
        top_30%_correlation_best_percentile25_ratio 1.59292660812
        top_30%_correlation_best_percentile50_ratio 3.91311896062
        top_30%_correlation_best_percentile75_ratio 7.82623792125
        top_30%_correlation_kurtosis -1.5
        top_30%_correlation_percentile5_percentile25_ratio 1.4743412865
        top_30%_correlation_skew 0.519559958998
        top_30%_correlation_stddev_best_ratio 0.424200030502
        top_30%_correlation_stddev_median_ratio 1.65994518245
        top_30%_loss_best_percentile25_ratio 0.5
        top_30%_loss_best_percentile50_ratio 0.4
        top_30%_loss_best_percentile75_ratio 0.352941176471
        top_30%_loss_kurtosis -0.69599285856
        top_30%_loss_percentile5_percentile25_ratio 0.6
        top_30%_loss_skew -0.883021195136
        top_30%_loss_stddev_best_ratio 0.687992248018
        top_30%_loss_stddev_median_ratio 0.275196899207
        """;
}
