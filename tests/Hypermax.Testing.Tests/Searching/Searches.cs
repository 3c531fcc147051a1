using Hypermax.Xunit;

namespace Hypermax.Testing.Tests.Searching;

/// <summary>Methods with <c>[Tune]</c> as people write them and get them wrong; xunit does not see them, for the class is no test class of its own.</summary>
internal sealed class Searches
{
    public int Calls { get; private set; }

    [Tune(Trials = 8, Seed = 1)]
    public double Plain(Knobs knobs)
    {
        Calls++;
        return knobs.Loss;
    }

    [Tune(Trials = 30, Target = 0.2)]
    public async Task<double> Reached(Knobs knobs, CancellationToken stop)
    {
        await Task.Yield();
        stop.ThrowIfCancellationRequested();
        return knobs.Loss;
    }

    [Tune(Trials = 5, Target = -1)]
    public ValueTask<double> Missed(Knobs knobs, TrialContext trial) => ValueTask.FromResult(knobs.Loss);

    [Tune(Trials = 5, Target = 2, Direction = Direction.Maximize)]
    public double MissedAbove(Knobs knobs) => -knobs.Loss;

    [Tune(Trials = 3)]
    public double Fails(Knobs knobs) => throw new InvalidOperationException("no oven");

    [Tune(Trials = 0)]
    public double NoBudget(Knobs knobs) => knobs.Loss;

    [Tune]
    public void Nothing(Knobs knobs) => _ = knobs;

    [Tune]
    public double NoSpace(TrialContext trial) => trial.Number;

    [Tune]
    public double Unmarked(string text) => text.Length;

    [Tune]
    public double Two(Knobs knobs, Knobs more) => knobs.Loss + more.Loss;

    [Tune(Name = "twins", Trials = 2)]
    public double First(Knobs knobs) => knobs.Loss;

    [Tune(Name = "Twins", Trials = 2)]
    public double Second(Knobs knobs) => knobs.Loss;

    [Tune(Trials = 2, TrialMemoryMegabytes = 100)]
    public double NeedsAProcess(Knobs knobs) => knobs.Loss;

    [Tune(Study = nameof(Kitchen.Apart), Trials = 2)]
    public void InAProcess()
    {
    }

    [Tune(Trials = 2, TrialSeconds = 0.2)]
    public double Hangs(Knobs knobs, CancellationToken stop)
    {
        stop.WaitHandle.WaitOne();
        stop.ThrowIfCancellationRequested();
        return knobs.Loss;
    }

    [Tune(Trials = 1000)]
    public double Endless(Knobs knobs, CancellationToken stop)
    {
        if (++Calls == 3)
        {
            Stop!.Cancel();
        }

        return knobs.Loss;
    }

    public CancellationTokenSource? Stop { get; set; }
}
