namespace Hypermax.Execution.InProcess;

/// <summary>What an objective in this process sees of its trial.</summary>
/// <param name="job">What is run.</param>
/// <param name="notes">Where to write down what the trial says.</param>
/// <param name="cancellation">Cancelled when the trial should end.</param>
internal sealed class InProcessTrial(TrialJob job, TrialNotes notes, CancellationTokenSource cancellation) : TrialContext
{
    private Random? _random;

    public override int Number => job.Number;

    public override CancellationToken Cancellation => cancellation.Token;

    public override int Seed => job.Seed;

    public override Random Random => _random ??= new Random(job.Seed);

    public override double? Budget => job.Budget;

    public override bool IsPrecheck => job.IsPrecheck;

    public override string? ArtifactsFolder => TrialPaths.Artifacts(job) is { } folder ? Directory.CreateDirectory(folder).FullName : null;

    public override string? Checkpoint => TrialPaths.Checkpoint(job) is { } folder ? Directory.CreateDirectory(folder).FullName : null;

    public override bool ShouldPrune => notes.ShouldPrune;

    public override void Report(double value, long step)
    {
        if (notes.Report(value, step))
        {
            cancellation.Cancel();
        }
    }

    public override void SetMetric(string name, double value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        notes.SetMetric(name, value);
    }

    public override void SetAttribute(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        notes.SetAttribute(name, value);
    }

    public override void Constrain(string name, double value, double atMost = double.PositiveInfinity, double atLeast = double.NegativeInfinity)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        notes.Constrain(new ConstraintValue(new OutcomeConstraint(name, atMost, atLeast), value));
    }
}
