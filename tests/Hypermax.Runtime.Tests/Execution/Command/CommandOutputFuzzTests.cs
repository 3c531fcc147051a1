using System.Globalization;
using System.Text;
using Hypermax.Chaos;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Xunit.Abstractions;

namespace Hypermax.Tests.Execution.Command;

/// <summary>Random bytes and damaged results as the output of commands: every trial ends in a state that can be recorded, and the next one works.</summary>
public sealed class CommandOutputFuzzTests(ITestOutputHelper output)
{
    private const int Read = 20_000;
    private const int Run = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Scan_Noise_EndsInAStateThatEncodes()
    {
        Dictionary<string, int> ends = new(StringComparer.Ordinal);
        for (int seed = 0; seed < Read; seed++)
        {
            TrialNotes notes = new(Job(seed, new SearchSpace("s", [])));
            ResultScanner scanner = new(notes);
            OutputText text = new();
            byte[] noise = Noise.Make(seed);
            int cut = new Random(seed).Next(noise.Length + 1);
            scanner.Feed(text.Convert(noise.AsMemory(0, cut)).Span);
            scanner.Feed(text.Convert(noise.AsMemory(cut)).Span);
            scanner.Feed(text.Finish().Span);

            TrialOutcome outcome = notes.Complete(ResultReader.Read(scanner.Finish(endedWell: true)));

            Check(outcome);
            Count(ends, outcome);
        }

        Say(ends, $"{Read} outputs read");
        Assert.Equal(Read, ends.Values.Sum());
        Assert.True(ends.Count >= 4, "The noise is too tame.");
    }

    [Fact]
    public async Task Run_Noise_EndsInAState_AndTheNextWorks()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Dictionary<string, int> ends = new(StringComparer.Ordinal);
        try
        {
            SearchSpace space = new("s", [new NumericParameter("seed", Law.Uniform, -1, 1e6, isInteger: true)]);
            await File.WriteAllTextAsync(Path.Combine(folder, "-1"), "0.25\n");
            await using CommandExecutor executor = new(new CommandSpec { FileName = "cat", Arguments = [$"{folder}/{{seed}}"] }, space);
            for (int seed = 0; seed < Run; seed++)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, seed.ToString(CultureInfo.InvariantCulture)), Noise.Make(seed));
                TrialOutcome outcome = await executor.RunAsync(Job(seed, space) with { Point = [seed] }, default);
                TrialOutcome next = await executor.RunAsync(Job(seed, space) with { Point = [-1] }, default);

                Check(outcome);
                Count(ends, outcome);
                Assert.True(next is { State: TrialState.Complete, Value: 0.25 }, next.Message);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Say(ends, $"{Run} commands run");
        Assert.Equal(Run, ends.Values.Sum());
    }

    private static TrialJob Job(int number, SearchSpace space) => new() { Number = number, Space = space, Point = [], Seed = 0 };

    private static void Check(TrialOutcome outcome)
    {
        Assert.True(
            outcome.State == TrialState.Complete
                ? double.IsFinite(outcome.Value)
                : outcome.Failure is FailureKind.BadResult or FailureKind.NotFinite or FailureKind.Exception or FailureKind.Memory,
            $"{outcome.State} {outcome.Failure} {outcome.Message}");
        Assert.All(outcome.Attributes, entry => Strict.GetByteCount(entry.Key + entry.Value));
        Assert.All(outcome.Metrics.Keys, name => Strict.GetByteCount(name));
        Strict.GetByteCount(outcome.Message + outcome.Position?.File);
    }

    private static void Count(Dictionary<string, int> ends, TrialOutcome outcome)
    {
        string end = outcome.State == TrialState.Complete ? "Complete" : outcome.Failure.ToString();
        ends[end] = ends.GetValueOrDefault(end) + 1;
    }

    private void Say(Dictionary<string, int> ends, string what) =>
        output.WriteLine($"{what}: {string.Join(", ", ends.OrderBy(end => end.Key, StringComparer.Ordinal).Select(end => $"{end.Key} {end.Value}"))}");
}
