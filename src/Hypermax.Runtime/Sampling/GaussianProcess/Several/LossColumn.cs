using Hypermax.Trials;

namespace Hypermax.Sampling.GaussianProcess.Several;

/// <summary>The history of one objective or one constraint by itself, kept up as rows are added.</summary>
/// <remarks>Rows without a value for a constraint are left out: they say nothing of it.</remarks>
internal sealed class LossColumn(TrialHistory history, Func<TrialHistory, int, double> valueAt, bool leavesOut)
{
    private int _read;

    /// <summary>Gets the history with these values as losses.</summary>
    public TrialHistory History { get; } = new(history.ParameterCount);

    /// <summary>Takes in the rows added since.</summary>
    public void Update()
    {
        double[] vector = new double[history.ParameterCount];
        for (; _read < history.Count; _read++)
        {
            double loss = valueAt(history, _read);
            if (!leavesOut || double.IsFinite(loss))
            {
                history.CopyRow(_read, vector);
                History.Add(history.Numbers[_read], vector, loss, history.States[_read]);
            }
        }
    }
}
