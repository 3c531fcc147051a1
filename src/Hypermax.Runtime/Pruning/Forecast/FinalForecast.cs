using MathNet.Numerics.Distributions;

namespace Hypermax.Pruning;

/// <summary>How reports at one step relate to final losses: a straight line through the complete trials, and how far they lie from it.</summary>
/// <remarks>The forecast of a new trial has Student's distribution with the usual widening away from the mean; a line that falls is taken as level, for a
/// worse report is no promise of a better end.</remarks>
internal readonly struct FinalForecast
{
    // As a part of how far final losses lie apart, or of how far the forecast lies above them.
    private const double MostOpen = 0.5;

    private readonly double _meanAt;
    private readonly double _meanFinal;
    private readonly double _slope;
    private readonly double _squaresAt;
    private readonly double _squaresFinal;
    private readonly double _variance;

    private FinalForecast(int count, double meanAt, double meanFinal, double slope, double squaresAt, double squaresFinal, double variance)
    {
        (Count, _meanAt, _meanFinal, _slope) = (count, meanAt, meanFinal, slope);
        (_squaresAt, _squaresFinal, _variance) = (squaresAt, squaresFinal, variance);
    }

    /// <summary>Gets how many complete trials came as far.</summary>
    public int Count { get; }

    /// <summary>Fits the line.</summary>
    /// <param name="history">The curves.</param>
    /// <param name="step">The step.</param>
    /// <param name="without">The row of a trial that is left out; −1 for none.</param>
    public static FinalForecast From(CurveHistory history, long step, int without = -1)
    {
        CurveColumn column = history.From(step);
        (int count, double meanAt, double meanFinal) = (0, 0, 0);
        (double squaresAt, double squaresFinal, double products) = (0, 0, 0);
        for (int i = 0; i < column.Rows.Length; i++)
        {
            LearningCurve curve = history[column.Rows[i]];
            if (!curve.IsComplete || column.Rows[i] == without || !double.IsFinite(column.Losses[i]))
            {
                continue;
            }

            // Welford's way, for both at once.
            count++;
            double at = column.Losses[i] - meanAt;
            double final = curve.FinalLoss - meanFinal;
            meanAt += at / count;
            meanFinal += final / count;
            squaresAt += at * (column.Losses[i] - meanAt);
            squaresFinal += final * (curve.FinalLoss - meanFinal);
            products += at * (curve.FinalLoss - meanFinal);
        }

        double slope = squaresAt > 0 ? Math.Max(0, products / squaresAt) : 0;
        double rest = Math.Max(0, squaresFinal - (2 * slope * products) + (slope * slope * squaresAt));
        return new FinalForecast(count, meanAt, meanFinal, slope, squaresAt, squaresFinal, count > 2 ? rest / (count - 2) : double.PositiveInfinity);
    }

    /// <summary>Gets the loss that a trial should end with after a report.</summary>
    public double Mean(double report) => _meanFinal + (_slope * (report - _meanAt));

    /// <summary>Tells whether a report leaves little open of the end: at most half of how far final losses lie apart, or of how much worse it is.</summary>
    /// <param name="report">The report.</param>
    public bool IsKnown(double report) => Count > 2 && Scale(report) <= MostOpen * Math.Max(Spread, Mean(report) - _meanFinal);

    /// <summary>Gets how likely a trial ends below a loss, whatever it reports.</summary>
    /// <param name="loss">The loss.</param>
    public double ProbabilityBelow(double loss)
    {
        if (Count <= 2)
        {
            return 1;
        }

        double scale = Spread * Math.Sqrt(1 + (1.0 / Count));
        return scale > 0 ? StudentT.CDF(0, 1, Count - 1, (loss - _meanFinal) / scale) : 0;
    }

    /// <summary>Gets how likely a trial ends below a loss after a report.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="report">The report.</param>
    public double ProbabilityBelow(double loss, double report)
    {
        if (Count <= 2)
        {
            return 1;
        }

        double mean = Mean(report);
        double scale = Scale(report);
        return scale > 0 ? StudentT.CDF(0, 1, Count - 2, (loss - mean) / scale) : mean <= loss ? 1 : 0;
    }

    // How far final losses lie from their mean.
    private double Spread => Math.Sqrt(_squaresFinal / (Count - 1));

    // How far the end of one trial may lie from its forecast.
    private double Scale(double report)
    {
        double away = report - _meanAt;
        double leverage = _slope > 0 ? away * away / _squaresAt : 0;
        return Math.Sqrt(_variance * (1 + (1.0 / Count) + leverage));
    }
}
