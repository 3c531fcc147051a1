using System.Text;
using Hypermax.Chaos;
using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Said;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Tests.Execution;

/// <summary>Trials that say more than anybody can keep, or what cannot be written down, keep their result.</summary>
public sealed class SayingsTests(SayingsTests.Worker worker) : IClassFixture<SayingsTests.Worker>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>One worker for all tests.</summary>
    public sealed class Worker : IAsyncLifetime
    {
        public WorkerProcessExecutor Executor { get; private set; } = null!;

        public async Task InitializeAsync() => Executor = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));

        public async Task DisposeAsync() => await Executor.DisposeAsync();
    }

    public static TheoryData<string, bool> Cases()
    {
        TheoryData<string, bool> cases = [];
        foreach (string what in Sayings.All.Keys)
        {
            cases.Add(what, false);
            cases.Add(what, true);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_AnythingSaid_KeepsTheResultWithinTheCaps(string what, bool isInWorker)
    {
        int told = 0;

        TrialOutcome outcome = await RunAsync(what, isInWorker, _ => ++told < 0);

        Assert.Equal((TrialState.Complete, 0.5), (outcome.State, outcome.Value));
        Assert.InRange(told, 0, SaidCaps.Reports);
        Assert.InRange(outcome.Reports.Count, 0, SaidCaps.Reports);
        Assert.InRange(outcome.Metrics.Count, 0, SaidCaps.Entries);
        Assert.InRange(outcome.Attributes.Count, 0, SaidCaps.Entries + 1);
        Assert.InRange(outcome.Attributes.Sum(entry => entry.Key.Length + entry.Value.Length), 0, SaidCaps.Texts + 100);
        Assert.All(outcome.Attributes, entry => Strict.GetByteCount(entry.Key + entry.Value));
        Assert.All(outcome.Metrics.Keys, name => Strict.GetByteCount(name));
    }

    [Theory]
    [InlineData("huge-attribute", "huge", "79934464 more characters left out")]
    [InlineData("many-attributes", "leftOut", "2000 attributes")]
    [InlineData("many-long-attributes", "leftOut", "attributes")]
    [InlineData("many-metrics", "leftOut", "2000 metrics")]
    [InlineData("many-reports", "leftOut", "40000 reports")]
    [InlineData("half-characters", "half", "a\ufffdb")]
    [InlineData("half-characters", "half \ufffd", "whole 😀")]
    [InlineData("no-text", "none", "")]
    public async Task Run_WhatIsLeftOut_IsNoted(string what, string attribute, string expected)
    {
        foreach (bool isInWorker in new[] { false, true })
        {
            TrialOutcome outcome = await RunAsync(what, isInWorker, null);

            Assert.Contains(expected, outcome.Attributes[attribute], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_MessagesOfAWorker_CountAsOutput()
    {
        WorkerOptions options = new() { Limits = new Hypermax.Execution.Limits.TrialLimits { OutputBytes = 200_000, Grace = TimeSpan.Zero } };

        TrialOutcome outcome = await worker.Executor.For("Talker", options).RunAsync(
            new TrialJob { Number = 0, Space = Talker.Space, Point = [0.5], Seed = 1 }, default);

        Assert.Equal(FailureKind.OutputVolume, outcome.Failure);
    }

    private async Task<TrialOutcome> RunAsync(string what, bool isInWorker, Func<TrialReport, bool>? reported)
    {
        await using InProcessExecutor here = new((point, trial) => Sayings.RunAsync(point.ToArray(), trial));
        IExecutor executor = isInWorker ? worker.Executor.For("Sayings") : here;
        return await executor.RunAsync(ChaosHarness.Job(Sayings.Space, what, 0, null) with { Reported = reported }, default);
    }
}
