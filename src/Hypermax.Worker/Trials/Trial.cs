using System.Text.Json;
using Hypermax.Building;
using Hypermax.Execution.Said;
using Hypermax.Worker.Protocol;

namespace Hypermax.Worker.Trials;

/// <summary>One trial while it runs, and what its objective sees of it.</summary>
/// <param name="channel">Where messages go.</param>
/// <param name="order">What was asked for.</param>
/// <param name="cancellation">Never disposed: an objective may hold the token for longer than its trial lasts.</param>
internal sealed class Trial(Channel channel, TrialOrder order, CancellationTokenSource cancellation) : TrialContext
{
    private readonly Lazy<Random> _random = new(() => new Random(order.Seed));
    private volatile bool _shouldPrune;

    public long Id => order.Id;

    public override int Number => order.Number;

    public override CancellationToken Cancellation => cancellation.Token;

    public override int Seed => order.Seed;

    public override Random Random => _random.Value;

    public override double? Budget => order.Budget;

    public override bool IsPrecheck => order.IsPrecheck;

    public override string? ArtifactsFolder => order.Artifacts is null ? null : Directory.CreateDirectory(order.Artifacts).FullName;

    public override string? Checkpoint => order.Checkpoint is null ? null : Directory.CreateDirectory(order.Checkpoint).FullName;

    public override bool ShouldPrune => _shouldPrune;

    public override void Report(double value, long step) => channel.Send(writer => Messages.WriteReport(writer, Id, value, step));

    public override void SetMetric(string name, double value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        channel.Send(writer => Messages.WriteMetric(writer, Id, SaidText.Fit(name, SaidCaps.Name), value));
    }

    public override void SetAttribute(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        channel.Send(writer => Messages.WriteAttribute(writer, Id, SaidText.Fit(name, SaidCaps.Name), SaidText.Fit(value, SaidCaps.Text)));
    }

    public override void Constrain(string name, double value, double atMost = double.PositiveInfinity, double atLeast = double.NegativeInfinity)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        channel.Send(writer => Messages.WriteConstraint(writer, Id, new OutcomeConstraint(SaidText.Fit(name, SaidCaps.Name), atMost, atLeast), value));
    }

    /// <summary>Tells the objective that the trial should end.</summary>
    public void Cancel() => _ = cancellation.CancelAsync();

    /// <summary>Tells the objective that the trial is not worth finishing.</summary>
    public void Prune()
    {
        _shouldPrune = true;
        Cancel();
    }

    /// <summary>Says that the trial begins, evaluates the objective and sends the one message that ends the trial.</summary>
    /// <remarks>Runs on the pool, as everything asynchronous in the objective will: where earlier trials have left the pool no thread, the first message does
    /// not come, and the coordinator does not blame this trial.</remarks>
    public async Task RunAsync(ObjectiveDescriptor objective)
    {
        channel.Send(writer => Messages.WriteBegun(writer, Id));
        Action<Utf8JsonWriter> end;
        using (TrialSpan.Begin(order))
        {
            end = await EvaluateAsync(objective).ConfigureAwait(false);
        }

        channel.EndOutput(order.Mark);
        channel.Send(end);
    }

    private async Task<Action<Utf8JsonWriter>> EvaluateAsync(ObjectiveDescriptor objective)
    {
        try
        {
            if (objective.Goals.Count > 0)
            {
                double[] values = await objective.EvaluateAll(order.Vector, this).ConfigureAwait(false);
                return writer => Messages.WriteValues(writer, Id, values);
            }

            double value = await objective.Evaluate(order.Vector, this).ConfigureAwait(false);
            return writer => Messages.WriteValue(writer, Id, value);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return writer => Messages.WriteStopped(writer, Id);
        }
        catch (Exception error)
        {
            ThrownError thrown = ThrownError.Of(error);
            return writer => Messages.WriteError(writer, Id, thrown);
        }
    }
}
